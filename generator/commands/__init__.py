"""The commands: one a file, each parses words and calls one function. `COMMANDS` lists them all."""

from __future__ import annotations

import click

from generator.commands.build import build
from generator.commands.check import check
from generator.commands.render import render
from generator.commands.schema import schema

COMMANDS: tuple[click.Command, ...] = (check, build, render, schema)
