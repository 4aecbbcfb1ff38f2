// The theme fetches the search's program and index, more than all the rest of a page, as soon as any page opens. On a
// weak line everybody would pay that for the few who search. Here both wait until somebody touches the search: a
// request for the index is held back, and the worker is a stand-in that passes on what it was told. Runs before the
// theme's own script. Without it search works all the same.
{
  const touched = new Promise((go) => {
    const look = ({ target }) => {
      // A host of a shadow tree is where Zensical keeps its search.
      if (target.shadowRoot || target.closest?.(".md-search, [for=__search]")) go();
    };
    for (const kind of ["focusin", "click"]) addEventListener(kind, look, true);
  });

  const { open, send } = XMLHttpRequest.prototype;
  const held = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (/\/search(_index)?\.json$/.test(url)) held.add(this);
    open.call(this, method, url, ...(rest.length ? rest : [true]));
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (held.has(this)) touched.then(() => send.call(this, body));
    else send.call(this, body);
  };

  const Real = Worker;
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.real = touched.then(() => {
        const real = new Real(url);
        for (const kind of ["message", "error"])
          real.addEventListener(kind, (event) => {
            const copy = new event.constructor(kind, event);
            this.dispatchEvent(copy);
            this[`on${kind}`]?.(copy);
          });
        return real;
      });
    }
    postMessage(message) {
      this.real.then((real) => real.postMessage(message));
    }
    terminate() {
      this.real.then((real) => real.terminate());
    }
  };
}
