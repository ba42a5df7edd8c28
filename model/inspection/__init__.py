"""The inspectorate as an instrument: who is due, what is read, how it is judged, what is said."""
