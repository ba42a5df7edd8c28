"""The service on the day of unification: units by name, posts and cases, from evidence and declared assumptions."""
