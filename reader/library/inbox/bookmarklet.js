/* Sends the page that the browser shows to the inbox of reader. It runs in that page, so it asks nothing of it:
   the form stands in a window of its own, and no script, style or request of another origin is loaded. */
(function () {
  var inbox = "INBOX", token = "TOKEN";

  /* Custom elements keep their text in shadow trees, which outerHTML leaves out: they are laid out flat. The
     copy lies in a document without scripts, so that nothing of it runs. */
  var apart = document.implementation.createHTMLDocument("");
  function flat(node) {
    var copy = apart.importNode(node, false), inside = node.childNodes;
    if (node.shadowRoot) inside = node.shadowRoot.childNodes;
    else if (node.localName === "slot" && node.assignedNodes && node.assignedNodes().length) inside = node.assignedNodes();
    Array.prototype.forEach.call(inside, function (child) { copy.appendChild(flat(child)); });
    return copy;
  }
  function shown() {
    var root = document.documentElement;
    var hidden = Array.prototype.some.call(document.querySelectorAll("*"), function (one) { return one.shadowRoot; });
    return (hidden ? flat(root) : root).outerHTML;
  }

  var page = {address: location.href, title: String(document.title), kind: document.contentType, html: shown()};
  var own = window.open("", "_blank");
  if (!own) {
    alert(ALLOW);
    return;
  }

  /* Where the page forbids forms to lead elsewhere (form-action), its windows may not either. Then a page of the
     inbox asks for it by a message. */
  function hand() {
    window.addEventListener("message", function give(event) {
      if (event.source !== own || event.origin !== inbox) return;
      window.removeEventListener("message", give);
      own.postMessage(page, inbox);
    });
    own.location = inbox + "/hand?token=" + token;
  }
  /* A page in a sandbox is a stranger to its own windows. */
  var paper;
  try { paper = own.document; } catch (error) { hand(); return; }
  paper.addEventListener("securitypolicyviolation", function (event) {
    if (event.effectiveDirective === "form-action") hand();
  });

  /* The inbox believes what the browser says of the origin, which it keeps back by default on the way from https
     to http. */
  var told = paper.createElement("meta");
  told.name = "referrer";
  told.content = "origin";
  paper.head.appendChild(told);

  var form = paper.createElement("form");
  form.method = "post";
  form.enctype = "multipart/form-data";
  form.acceptCharset = "utf-8";
  form.action = inbox + "/take?token=" + token;
  form.hidden = true;
  Object.keys(page).forEach(function (name) {
    var field = paper.createElement("textarea");
    field.name = name;
    field.value = page[name];
    form.appendChild(field);
  });
  paper.body.appendChild(paper.createTextNode("Sending the page to reader …"));
  paper.body.appendChild(form);
  form.submit();
})();
