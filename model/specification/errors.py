"""The one error a bad description of a world raises."""


class SpecificationError(ValueError):
    """A key holds a value that is not allowed; says what is allowed and where to look."""

    def __init__(self, key: str, value, allowed: str, look: str = "probgov list parameters") -> None:
        self.key, self.value, self.allowed, self.look = key, value, allowed, look
        super().__init__(f"{key}={value} is not allowed: it must be {allowed}. See: {look}")


class UnknownKeyError(SpecificationError):
    """A key that no specification has; names the nearest one that it does have."""

    def __init__(self, key: str, nearest: str, look: str = "probgov list parameters") -> None:
        self.key, self.value, self.allowed, self.look = key, None, "a key of a specification", look
        hint = f"Did you mean {nearest}? " if nearest else ""
        ValueError.__init__(self, f"key '{key}' is not known. {hint}See: {look}")
