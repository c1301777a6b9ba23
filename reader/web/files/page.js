// What the page adds to textual-serve's terminal: the keys are its own from the first moment, and a way back.
const focusTerminal = () => document.querySelector(".xterm-helper-textarea")?.focus();
const state = new MutationObserver(() => {
  if (document.body.classList.contains("-closed")) document.getElementById("again").focus();
  else focusTerminal();
});
state.observe(document.body, { attributes: true, attributeFilter: ["class"] });
window.addEventListener("focus", focusTerminal);
document.getElementById("again").addEventListener("click", () => window.location.reload());
