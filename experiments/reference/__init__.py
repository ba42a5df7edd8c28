"""Reference documents generated from the model itself: the ODD description, the register, how near the defaults come."""
