import { all, on, one } from "./dom.ts";

const RAIL_KEY = "jalon:menu";

/** The rail keeps the width its reader chose. */
export function rail(): void {
  const show = (narrow: boolean): void => {
    document.body.classList.toggle("rail-narrow", narrow);
    for (const button of all("[data-rail-collapse]"))
      button.setAttribute("aria-pressed", String(narrow));
  };
  show(read(RAIL_KEY) === "etroit");
  on("click", "[data-rail-collapse]", () => {
    const narrow = !document.body.classList.contains("rail-narrow");
    show(narrow);
    write(RAIL_KEY, narrow ? "etroit" : "large");
  });
}

/** Private windows may refuse to remember. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The rail simply starts wide next time.
  }
}

/** On a narrow screen the tabs scroll: the one that is read is in sight. */
export function tabs(): void {
  for (const current of all(".tabs > ul a[aria-current]")) {
    const line = current.closest("ul");
    // The page itself stays at its top, wherever the tabs are.
    if (!line) continue;
    const room = (line.clientWidth - current.offsetWidth) / 2;
    line.scrollLeft +=
      current.getBoundingClientRect().left - line.getBoundingClientRect().left - room;
  }
}

/** Menus close on Escape, on a click elsewhere, when another opens and when the focus goes past them. */
export function menus(): void {
  const close = (except: Element | null): void => {
    for (const menu of all<HTMLDetailsElement>("details[data-menu][open]"))
      if (menu !== except) menu.open = false;
  };
  for (const name of ["click", "focusin"] as const)
    document.addEventListener(name, ({ target }) =>
      close(target instanceof Element ? target.closest("details[data-menu]") : null),
    );
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = one<HTMLDetailsElement>("details[data-menu][open]");
    if (open === null) return;
    close(null);
    one("summary", open)?.focus();
  });
}

/** Links with `data-dialog` open the dialog of this page in place of the page that says the same. */
export function dialogs(): void {
  on("click", "a[data-dialog]", (link, event) => {
    const dialog = document.getElementById(link.dataset["dialog"] ?? "");
    if (!(dialog instanceof HTMLDialogElement) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    dialog.showModal();
  });
}

/** A list wider than its place scrolls by itself, so that the page does not. */
export function wideTables(): void {
  const measure = (): void => {
    for (const frame of all(".table-sticky")) {
      frame.classList.remove("table-overflow");
      const wide = frame.scrollWidth > frame.clientWidth + 1;
      frame.classList.toggle("table-overflow", wide);
      frame.toggleAttribute("tabindex", wide);
      if (wide) frame.setAttribute("tabindex", "0");
    }
  };
  measure();
  window.addEventListener("resize", measure);
  document.addEventListener("jalon:region", measure);
  // The text takes another width once its font has come.
  document.fonts.ready.then(measure);
}
