// media-chrome names its buttons while it is being defined: its language must be set before.

import "../../vendor/media-chrome/lang/fr.js";
import { setLanguage } from "../../vendor/media-chrome/utils/i18n.js";

setLanguage(document.documentElement.lang);
