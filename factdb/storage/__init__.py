"""Where claims last: tables, engine and migrations, saving and finding with the session passed in."""
