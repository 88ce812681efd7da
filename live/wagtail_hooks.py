"""The place of live programmes in the CMS: rundown, feeds, control room, and what comes after."""

from live import after_hooks as after_hooks
from live import control_hooks as control_hooks
from live import feed_hooks as feed_hooks
from live import rundown_hooks as rundown_hooks
