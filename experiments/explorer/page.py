"""The page itself: Solara components over Vue templates; they show what `panels` gives and pass on what is done."""

from collections.abc import Callable
from pathlib import Path

import solara

from experiments.explorer import export, opening, panels
from experiments.two_worlds.session import Session

TEMPLATES = Path(__file__).parent / "templates"


@solara.component_vue(str(TEMPLATES / "bar.vue"), vuetify=False)
def Bar(shown: dict, event_step: Callable, event_play: Callable, event_jump: Callable, event_reset: Callable):
    """Month, what happened, step, play, jump, reset, link."""


@solara.component_vue(str(TEMPLATES / "controls.vue"), vuetify=False)
def Controls(shown: dict, event_choose: Callable):
    """What each world is given."""


@solara.component_vue(str(TEMPLATES / "maps.vue"), vuetify=False)
def Maps(shown: dict, event_show: Callable):
    """Both maps."""


@solara.component_vue(str(TEMPLATES / "charts.vue"), vuetify=False)
def Charts(shown: dict, event_show: Callable, event_jump: Callable):
    """Time series and their paired difference."""


@solara.component_vue(str(TEMPLATES / "panel.vue"), vuetify=False)
def Panel(shown: dict, event_show: Callable, event_compare: Callable, event_stop: Callable, event_poll: Callable):
    """Reports, a PDU, behaviours, comparison."""


@solara.component_vue(str(TEMPLATES / "exports.vue"), vuetify=False)
def Exports(shown: dict, event_make: Callable):
    """Files to take away."""


@solara.component
def Page():
    """One page with a session of its own."""
    search = solara.use_router().search
    session = solara.use_memo(lambda: Session(opening.words, search or ""), [])
    shop = solara.use_memo(lambda: export.Shop(session), [])
    _, redraw = solara.use_state(0)

    def then(action: Callable) -> Callable:
        def act(given=None):
            action(given)
            redraw(lambda n: n + 1)

        return act

    def looked(given: dict) -> None:
        values = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
        session.show(**values)

    jump = then(session.jump)
    solara.Title("Two worlds of probation")
    solara.Style(TEMPLATES / "page.css")
    with solara.Div(classes=["explorer"]):
        Bar(shown=panels.bar(session), event_step=then(lambda _: session.step()), event_play=then(session.play),
            event_jump=jump, event_reset=then(lambda _: session.reset()))
        Controls(shown=panels.controls(session), event_choose=then(
            lambda given: session.choose(given["side"], given["key"], panels.chosen(given["value"]))))
        Maps(shown=panels.maps(session), event_show=then(looked))
        Charts(shown=panels.charts(session), event_show=then(looked), event_jump=jump)
        Panel(shown=panels.panel(session), event_show=then(looked), event_compare=then(session.compare),
              event_stop=then(lambda _: session.stop()), event_poll=then(lambda _: None))
        Exports(shown=shop.shown, event_make=then(shop.make))
