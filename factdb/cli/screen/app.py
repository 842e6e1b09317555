"""The application: passes keys and clicks to the state, lets the desk carry out what they ask for, and draws what came of it."""

from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.widget import Widget

from factdb.cli.screen.panels import MARGIN, draw
from factdb.review.desk import Desk
from factdb.review.effects import Simple
from factdb.review.state import Pressed, State, arrived, looked, point, press

_KEEP_SECONDS = 120
_LOOK_SECONDS = 0.5


class Sheet(Widget, can_focus=True):
    """Draws the state over the whole terminal."""

    def __init__(self, curator: str) -> None:
        super().__init__()
        self._curator = curator
        self.state = State()

    def render(self) -> Text:
        return draw(self.state, self.size.width, self.size.height, self._curator)


class Screen(App[None]):
    """The full-screen review: one state, one sheet, and a desk behind them."""

    CSS = "Screen, Sheet { width: 100%; height: 100%; background: ansi_default; color: ansi_default; }"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, desk: Desk, curator: str) -> None:
        super().__init__(ansi_color=True)
        self._desk = desk
        self._sheet = Sheet(curator)

    @property
    def state(self) -> State:
        return self._sheet.state

    def compose(self) -> ComposeResult:
        yield self._sheet

    def on_mount(self) -> None:
        self._sheet.focus()
        self.set_interval(_KEEP_SECONDS, lambda: self._desk.do(Simple("keep")))
        self.set_interval(_LOOK_SECONDS, self._look)
        self._after((self.state, Simple("next")))

    def _look(self) -> None:
        """Show what others say as soon as it is known."""
        if self.state.doing:
            self._sheet.state = looked(self.state, self._desk.do(Simple("look")))
            self._sheet.refresh()

    def on_key(self, event: events.Key) -> None:
        if event.key != "ctrl+c":
            event.stop()
            event.prevent_default()
            self._after(press(self.state, event.character if event.is_printable and event.character else event.key))

    def on_paste(self, event: events.Paste) -> None:
        for char in event.text:
            if char.isprintable() and self.state.mode in ("form", "note", "search", "jump"):
                self._after(press(self.state, char))

    def on_click(self, event: events.Click) -> None:
        place = dict(event.style.meta)
        if "text" in place:
            place["text"] += max(0, event.x - MARGIN)
        self._after(point(self.state, place))

    def _after(self, pressed: Pressed) -> None:
        """Take the new state, carry out what it asks for, and draw."""
        self._sheet.state, effect = pressed
        if effect == Simple("quit"):
            self.exit()
        elif effect is not None:
            self._sheet.state = arrived(self.state, self._desk.do(effect))
        self._sheet.refresh()
