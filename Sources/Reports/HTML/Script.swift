extension Page {
  /// Enhancement only: theme, filters kept in the address, folded targets opened.
  static let script = #"""
    (() => {
    "use strict";
    const root = document.documentElement;
    const theme = document.getElementById("theme");
    const themes = ["auto", "dark", "light"];
    theme.hidden = false;
    theme.addEventListener("click", () => {
      const next = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % 3];
      if (next === "auto") delete root.dataset.theme; else root.dataset.theme = next;
      theme.textContent = "Theme: " + next;
    });

    const reveal = (id) => {
      const target = id && document.getElementById(id);
      if (!target) return;
      for (let node = target; node; node = node.parentElement) {
        if (node.tagName === "DETAILS") node.open = true;
        if (node.hidden) node.hidden = false;
      }
      target.scrollIntoView();
    };

    const form = document.getElementById("filter");
    const items = [...document.querySelectorAll("[data-v]")];
    const clumps = [...document.querySelectorAll("#findings .clump")];
    const wasOpen = clumps.map((clump) => clump.open);
    // A row may stand for several findings.
    const count = (all) => all.reduce((sum, item) => sum + Number(item.dataset.n || 1), 0);
    const keys = ["m", "t", "s", "v", "o"];

    const apply = () => {
      const query = form.elements.q.value.trim().toLowerCase();
      const wanted = keys.map((key) => [key, form.elements[key].value]).filter((pair) => pair[1]);
      const isActive = query !== "" || wanted.length > 0;
      for (const item of items) {
        const fits = wanted.every(([key, value]) => {
          const own = item.dataset[key] || "";
          return key === "m" ? own === "" || own.split(" ").includes(value) : own === value;
        }) && (query === "" || item.textContent.toLowerCase().includes(query));
        item.hidden = !fits;
      }
      clumps.forEach((clump, index) => {
        const own = [...clump.querySelectorAll("[data-v]")];
        const left = count(own.filter((item) => !item.hidden));
        const number = clump.querySelector(".number");
        clump.hidden = left === 0;
        clump.open = isActive ? left > 0 : wasOpen[index];
        number.textContent = left === count(own) ? number.dataset.all : left + " of " + number.dataset.all;
      });
      const shown = count(items.filter((item) => !item.hidden));
      document.getElementById("shown").textContent = shown === 0
        ? "No finding matches. Clear the filter to see all " + count(items) + "."
        : isActive ? "Showing " + shown + " of " + count(items) + " findings." : "";
      return isActive;
    };

    const keep = () => {
      const state = new URLSearchParams();
      for (const [key, value] of new FormData(form)) if (value) state.set(key, value);
      const text = state.toString();
      // Some viewers do not allow it.
      try { history.replaceState(null, "", text ? "#?" + text : "#findings"); } catch {}
    };

    const follow = () => {
      if (form && location.hash.startsWith("#?")) {
        for (const [key, value] of new URLSearchParams(location.hash.slice(2))) {
          if (form.elements[key]) form.elements[key].value = value;
        }
        apply();
        form.scrollIntoView();
      } else {
        reveal(decodeURIComponent(location.hash.slice(1)));
      }
    };

    if (form && items.length > 0) {
      form.hidden = false;
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("input", () => { apply(); keep(); });
      form.addEventListener("reset", () => setTimeout(() => { apply(); keep(); }, 0));
    }
    addEventListener("hashchange", follow);
    follow();

    // Browsers whose style sheets cannot open details for paper.
    if (!CSS.supports("selector(::details-content)")) {
      let closed = [];
      addEventListener("beforeprint", () => {
        closed = [...document.querySelectorAll("details:not([open])")];
        for (const each of closed) each.open = true;
      });
      addEventListener("afterprint", () => { for (const each of closed) each.open = false; });
    }
    })();

    """#
}
