"""What drives the results, and what is worth learning: statistics on completed designs.

`elementary` (Morris screening), `paths` (variance split into groups of causes), `polynomial`
and `indices` (an emulator and its Sobol' indices), `correlated` (Shapley shares where causes
go together), `learning` (the expected value of learning a parameter). Pure functions of
arrays: nothing here runs the model.
"""
