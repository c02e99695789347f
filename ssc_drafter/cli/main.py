"""The command `ssc-drafter`: a table of commands, each loaded only when it is called, and one place where errors end."""

from __future__ import annotations

import importlib
import os
import sys

import click

from ssc_drafter.errors import Problem, Problems
from ssc_drafter.words import say

# name -> (module beneath ssc_drafter.cli, attribute, one line of help)
COMMANDS = {
    "serve": ("serving", "serve", "Start the web application, on this machine only unless told otherwise."),
    "user": ("serving", "user", "Add, list or disable accounts."),
    "backup": ("serving", "backup", "Write the whole store to one verified file."),
    "restore": ("serving", "restore", "Put a backup in the place of the store."),
    "backup-key": ("serving", "backup_key", "Make the key pair of sealed backups."),
    "kinds": ("listing", "kinds", "List the kinds of instrument."),
    "clauses": ("listing", "clauses", "List the clauses of the library."),
    "clause": ("listing", "clause", "Show a clause with its variants and wordings."),
    "questions": ("listing", "questions", "Show the questionnaire of a kind, or an answers file to fill in."),
    "draft": ("drafting", "draft", "Make an agreement from an answers file."),
    "render": ("drafting", "render", "Write an agreement as Word, PDF, HTML, Markdown, Akoma Ntoso or JSON."),
    "originals": ("originals", "originals", "Write each Party's original (alternat), also two languages side by side."),
    "amend": ("amending", "amend", "Make the protocol that amends an agreement, and the consolidated text."),
    "import": ("reading", "import_", "Read an agreement or a law from a file."),
    "policies": ("reading", "policies", "Keep laws and policies: add, list, show, norms, remove."),
    "norms": ("stating", "norms", "Show the norms of a sentence: bearer, modality, effect, conditions, quantities ..."),
    "check": ("checking", "check", "Hold a draft against laws and policies."),
    "evaluate": ("evaluating", "evaluate", "Give verdicts for pairs of clause and provision, and score them."),
    "library": ("house", "library", "Find every problem in clauses, templates and law data."),
    "doctor": ("house", "doctor", "Say what is installed, what is missing, and the line that gets it."),
    "steps": ("domestic", "steps", "List the steps at home of each State before an agreement binds it."),
    "papers": ("domestic", "papers", "Write the papers that go with an agreement: full powers, instrument, notification ..."),
    "lint": ("consistency", "lint", "Find what a text says against itself."),
    "concord": ("consistency", "concord", "Compare the language versions of one text."),
    "compare": ("later", "compare", "Compare two versions (not built yet)."),
}


class Commands(click.Group):
    """A group that imports a command when it is called; its help page needs no import at all."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"ssc_drafter.cli.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in COMMANDS.items()])


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from ssc_drafter import __version__

        click.echo(f"ssc-drafter {__version__}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version.")
def program() -> None:
    """Draft cooperation agreements from a clause library and hold them against the Parties' laws and policies.

    Exit codes: 0 done; 1 done, and something is wrong in the text that was looked at; 2 the input or the call cannot be used.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line: every refusal is a sentence on standard error and exit code 2, never a traceback."""
    try:
        program.main(args=arguments, prog_name="ssc-drafter", standalone_mode=False)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 2
    except click.exceptions.Exit as end:
        code = end.exit_code
    except click.ClickException as error:
        error.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("cli.interrupted"), err=True)
        code = 130
    except (Problem, Problems) as problem:
        lines = problem.sentences() if isinstance(problem, Problems) else [problem.sentence()]
        click.echo("\n".join(lines), err=True)
        code = 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        if os.environ.get("SSC_DRAFTER_DEBUG"):
            raise
        click.echo(say("cli.fault", detail=f"{type(error).__name__}: {error}"), err=True)
        code = 2
    raise SystemExit(code)
