/* Asks the window that opened this one for its page, and believes of its address what the browser says. */
(function () {
  var form = document.forms[0], told = document.getElementById("told");
  function give_up() { told.textContent = form.dataset.alone; }
  /* A page that opens its windows apart, or in a sandbox like its own, can tell them nothing. */
  if (!window.opener || self.origin === "null") {
    give_up();
    return;
  }
  var waiting = setTimeout(give_up, 10000);
  window.addEventListener("message", function (event) {
    if (event.source !== window.opener || !event.data || typeof event.data.html !== "string") return;
    clearTimeout(waiting);
    ["address", "title", "kind", "html"].forEach(function (name) { form.elements[name].value = event.data[name]; });
    form.elements.origin.value = event.origin;
    form.submit();
  });
  window.opener.postMessage("ready", "*");
})();
