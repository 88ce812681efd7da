"""Who of the team may do what in the library: Wagtail's collections decide."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from media.models import Video
from media.refusals import MayNotChange

Person = AbstractBaseUser | AnonymousUser


def may_add(user: Person) -> bool:
    """Say whether `user` may add films to some collection."""
    return policy_registry.get_by_type(Video).user_has_permission(user, "add")


def may_change(user: Person, video: Video) -> bool:
    """Say whether `user` may change `video`: its texts, its poster, its file."""
    return policy_registry.get_by_type(Video).user_has_permission_for_instance(
        user, "change", video
    )


def may_delete(user: Person, video: Video) -> bool:
    """Say whether `user` may delete `video`."""
    return policy_registry.get_by_type(Video).user_has_permission_for_instance(
        user, "delete", video
    )


def ensure_may_change(user: Person, video: Video) -> None:
    """Raise MayNotChange unless `user` may change `video`."""
    if not may_change(user, video):
        raise MayNotChange


def visible_videos(user: Person) -> QuerySet[Video]:
    """Return the films that `user` sees in the library."""
    return policy_registry.get_by_type(Video).instances_user_has_any_permission_for(
        user, ["change", "delete"]
    )


def open_collections(user: Person) -> QuerySet[Collection]:
    """Return the collections to which `user` may add films."""
    return policy_registry.get_by_type(Video).collections_user_has_permission_for(user, "add")
