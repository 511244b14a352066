import { all, isTyping, on, one } from "./dom.ts";
import { fetchPage, replaceRegion } from "./region.ts";

const PREVIEW = "apercu";
const PREVIEW_DELAY = 120;
const SEQUENCE_DELAY = 1200;

/** `/` search, `g` then a letter, `?` help, arrows or j and k in a list. */
export function keyboard(): void {
  let afterG = 0;
  document.addEventListener("keydown", (event) => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      isTyping(event.target) ||
      one("dialog[open]")
    )
      return;
    const sequence = Date.now() - afterG < SEQUENCE_DELAY;
    afterG = !sequence && event.key === "g" ? Date.now() : 0;
    if (sequence) openPlace(event);
    else if (afterG === 0) pressed(event);
  });
}

function openPlace(event: KeyboardEvent): void {
  const link = one<HTMLAnchorElement>(`a[data-go="${CSS.escape(event.key)}"]`);
  if (link === null) return;
  event.preventDefault();
  link.click();
}

function pressed(event: KeyboardEvent): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };
  const step = steps[event.key];
  if (step !== undefined) {
    moveInList(event, step);
  } else if (event.key === "/") {
    event.preventDefault();
    one<HTMLInputElement>("[data-search]")?.select();
  } else if (event.key === "?") {
    one<HTMLDialogElement>("dialog[data-help]")?.showModal();
  } else if (event.key === "Escape") {
    closePreview();
  } else if (event.target instanceof HTMLTableRowElement) {
    actOnLine(event);
  } else {
    actByKey(event);
  }
}

/** A page of one decision names its keys: a button is pressed, a section is opened on its first field. */
function actByKey(event: KeyboardEvent): void {
  const target = one<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
  if (target === null) return;
  event.preventDefault();
  const section = target.closest("details");
  if (!section?.open) target.click();
  if (section?.open)
    one<HTMLElement>("input:not([type=hidden]), select, textarea", section)?.focus();
}

/** Letters move from anywhere; arrows only once a line has the focus, so that the page still scrolls. */
function moveInList(event: KeyboardEvent, step: number): void {
  const rows = all("table[data-list] > tbody > tr");
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  if (rows.length === 0 || (current === -1 && event.key.startsWith("Arrow"))) return;
  const next = rows[Math.min(Math.max(current + step, 0), rows.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  focusRow(next);
}

function focusRow(row: HTMLElement): void {
  for (const other of all('tr[tabindex="0"]')) other.tabIndex = -1;
  row.tabIndex = 0;
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function actOnLine(event: KeyboardEvent): void {
  const row = event.target;
  if (!(row instanceof HTMLTableRowElement)) return;
  const { href } = row.dataset;
  if (event.key === "Enter" && href !== undefined) location.assign(href);
  const box = one<HTMLInputElement>(".table-check", row);
  if (event.key !== " " || box === null) return;
  event.preventDefault();
  box.click();
}

/** The line that has the focus is shown at the side. A click beside its links gives it the focus. */
export function previews(): void {
  let timer = 0;
  on("click", "tr[data-preview]", (row, { target }) => {
    const onControl =
      target instanceof Element && target.closest("a, button, input, label, summary");
    if (!onControl && getSelection()?.isCollapsed) focusRow(row);
  });
  document.addEventListener("focusin", ({ target }) => {
    const row = target instanceof Element ? target.closest<HTMLElement>("tr[data-preview]") : null;
    const panel = document.getElementById(PREVIEW);
    if (row === null || panel === null) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void showPreview(row), PREVIEW_DELAY);
  });
}

async function showPreview(row: HTMLElement): Promise<void> {
  const page = await fetchPage(row.dataset["preview"] ?? "");
  if (page === null || !row.contains(document.activeElement) || !replaceRegion(PREVIEW, page))
    return;
  for (const other of all('tr[aria-current="true"]')) other.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
}

function closePreview(): void {
  document.getElementById(PREVIEW)?.toggleAttribute("hidden", true);
}
