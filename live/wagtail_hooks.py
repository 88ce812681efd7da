"""The live programmes' place in the CMS."""

from live import feed_hooks as feed_hooks
