/** What a browser with scripts adds to pages that work without. Each part is silent when a page has nothing for it. */
import { confirmActs, dateFields, focusErrors, selections, sendOnce } from "./parts/forms.ts";
import { dialogs, menus, rail, tabs, wideTables } from "./parts/frame.ts";
import { frises } from "./parts/frise.ts";
import { keyboard, previews } from "./parts/keyboard.ts";
import { liveForms, poll, refreshLinks } from "./parts/region.ts";
import { signatures } from "./parts/signature.ts";

document.documentElement.classList.add("scripted");
rail();
tabs();
menus();
dialogs();
wideTables();
confirmActs();
sendOnce();
selections();
dateFields();
refreshLinks();
liveForms();
poll();
keyboard();
previews();
frises();
signatures();
focusErrors();
