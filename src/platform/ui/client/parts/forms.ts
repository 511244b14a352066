import { all, isCheckbox, on, one } from "./dom.ts";

/** Asks before an act that says `data-confirm`, in a native dialog. */
export function confirmActs(): void {
  on("click", "[data-confirm]", (button, event) => {
    if (button.dataset["confirmed"] !== undefined) return;
    event.preventDefault();
    void ask(button.dataset["confirm"] ?? "").then((yes) => {
      if (!yes) return;
      button.dataset["confirmed"] = "";
      button.click();
      delete button.dataset["confirmed"];
    });
  });
}

function ask(question: string): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog stack";
  dialog.setAttribute("aria-labelledby", "question");
  const title = document.createElement("h2");
  title.id = "question";
  title.textContent = question;
  const form = document.createElement("form");
  form.method = "dialog";
  form.className = "form-actions";
  form.append(choice("non", "Annuler", "btn"), choice("oui", "Oui, continuer", "btn btn-primary"));
  dialog.append(title, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "oui");
    });
  });
}

function choice(value: string, text: string, className: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.value = value;
  button.className = className;
  button.textContent = text;
  return button;
}

/** A form on its way is not sent again. Coming back to the page frees it. */
export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented)
      return;
    if (event.submitter?.hasAttribute("data-download")) return;
    if (form.dataset["sent"] !== undefined) return event.preventDefault();
    form.dataset["sent"] = "";
    // After the browser has read the form: a button disabled now would not send its value.
    setTimeout(() => showBusy(form, event.submitter));
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}

function showBusy(form: HTMLFormElement, submitter: HTMLElement | null): void {
  submitter?.setAttribute("aria-busy", "true");
  const { busy } = form.dataset;
  if (submitter !== null && busy !== undefined) submitter.textContent = busy;
}

/** After a refused form, the summary is what is read first, and each of its links goes into its field. */
export function focusErrors(): void {
  one("[data-error-summary]")?.focus();
  on("click", "[data-error-summary] a", (link) => {
    document.getElementById(link.getAttribute("href")?.slice(1) ?? "")?.focus();
  });
}

/** Boxes of a list: all at once, and how many. */
export function selections(): void {
  const update = (): void => {
    for (const counter of all("[data-selection-count]")) showCount(counter);
  };
  for (const box of all("[data-select-all]")) box.hidden = false;
  document.addEventListener("change", ({ target }) => {
    if (!isCheckbox(target)) return;
    const form = target.dataset["selectAll"];
    if (form !== undefined) for (const box of boxes(form)) box.checked = target.checked;
    update();
  });
  document.addEventListener("jalon:region", () => {
    for (const box of all("[data-select-all]")) box.hidden = false;
    update();
  });
  update();
}

function showCount(counter: HTMLElement): void {
  const { selectionCount: form = "", one: singular = "", many = "" } = counter.dataset;
  const every = boxes(form);
  const count = every.filter((box) => box.checked).length;
  counter.textContent = `${count} ${count < 2 ? singular : many}`;
  counter.closest(".selection")?.classList.toggle("selection-active", count > 0);
  const head = one<HTMLInputElement>(`[data-select-all="${CSS.escape(form)}"]`);
  if (head === null) return;
  head.checked = count > 0 && count === every.length;
  head.indeterminate = count > 0 && count < every.length;
}

function boxes(form: string): readonly HTMLInputElement[] {
  return all<HTMLInputElement>(`input[type="checkbox"][form="${CSS.escape(form)}"]`);
}

/** Slashes come by themselves while a date is typed. */
export function dateFields(): void {
  on("input", "input[data-date]", (field, event) => {
    const adding = event instanceof InputEvent && event.inputType === "insertText";
    if (!(field instanceof HTMLInputElement && adding)) return;
    if (/^\d{2}$|^\d{2}\/\d{2}$/.test(field.value)) field.value += "/";
    if (field.value.endsWith("//")) field.value = field.value.slice(0, -1);
  });
}
