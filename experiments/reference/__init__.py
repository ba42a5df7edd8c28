"""Reference documents made from the model itself: ODD description, register, assumptions, patterns met."""
