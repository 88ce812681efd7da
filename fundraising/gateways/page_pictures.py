"""Where the pictures of collection pages lie: in the storage, under names that nobody guesses."""

from media.gateways.people_pictures import PictureFolder
from media.gateways.people_pictures import forget_picture as forget_picture

_FOLDER = PictureFolder("collections")

keep_picture = _FOLDER.keep
address_of = _FOLDER.address_of
copy_withheld = _FOLDER.copy_withheld
copy_shown = _FOLDER.copy_shown
is_withheld = _FOLDER.is_withheld
