"""Draws by identity, as the rules written anew ask for them."""

import numpy as np

from model import randomness


class Luck:
    """All draws of one decision in one month."""

    def __init__(self, seed: int, stream: int, month: int) -> None:
        self.key = np.uint64(randomness.stream_key(seed, stream, month))

    def uniform(self, who: int, which: int) -> float:
        return float(randomness.uniform(self.key, who, which))

    def bell(self, who: int, which: int) -> float:
        return float(randomness.bell(self.key, who, which))

    def normal(self, who: int, which: int) -> float:
        return float(randomness.normal(self.key, who, which))

    def word(self, who: int, which: int) -> int:
        return int(randomness.bits(self.key, who, which))

    def halves(self, who: int, which: int) -> tuple[float, float]:
        """Return the upper and the lower half of one word, each as a share of one."""
        upper, lower = divmod(self.word(who, which), 2**32)
        return (upper + 0.5) / 2**32, (lower + 0.5) / 2**32


def person(post) -> int:
    """Return who sits in a post: its identity and how many held it before."""
    return post.uid * 65536 + post.sequence
