"""What the runs say: statistics of comparisons, figures, and the page that carries them.

Names are exported lazily, so that `import analysis` loads no plotting library.
"""

from importlib import import_module

from experiments.shadowing import check_siblings

_EXPORTS = {
    "Effect": "analysis.measures.paired",
    "build_briefing": "analysis.briefing.build",
    "declared": "analysis.measures.declared",
    "draw_figures": "analysis.briefing.pictures",
    "effects_table": "analysis.measures.paired",
    "pair_differences": "analysis.measures.pairing",
    "paired_effects": "analysis.measures.paired",
    "rank_separation": "analysis.measures.separation",
    "variance_ratios": "analysis.measures.variance_ratio",
    "world_shares": "analysis.measures.worlds",
}
__all__ = sorted(_EXPORTS)

check_siblings()


def __getattr__(name: str):
    if name in _EXPORTS:
        return getattr(import_module(_EXPORTS[name]), name)
    raise AttributeError(f"module 'analysis' has no attribute '{name}'; it exports {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
