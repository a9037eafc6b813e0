/** What a page does in a browser: it searches and filters the rows of findings. Without it everything can be read all the same. */
export const CLIENT = `
"use strict";
(() => {
    const form = document.querySelector(".filters");
    if (!form) return;
    const groups = [...document.querySelectorAll("details.policy")].map(element => {
        const words = element.querySelector("summary").textContent;
        return { element, rows: [...element.querySelectorAll("tbody tr")].map(row => ({ row, text: undefined, words })) };
    });
    const sections = [...document.querySelectorAll("[data-commitment]")];
    const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
    const told = form.querySelector("output");
    const value = name => (form.elements[name] ? form.elements[name].value : "");
    const apply = () => {
        const words = value("search").toLowerCase().split(/\\s+/).filter(Boolean);
        const wanted = ["severity", "verdict", "stack"].map(name => [name, value(name)]).filter(pair => pair[1] !== "");
        const commitment = value("commitment");
        const filtering = words.length > 0 || wanted.length > 0;
        let shown = 0;
        for (const section of sections) section.hidden = commitment !== "" && section.dataset.commitment !== commitment;
        for (const group of groups) {
            const away = commitment !== "" && group.element.dataset.of !== commitment;
            let left = 0;
            if (!away)
                for (const entry of group.rows) {
                    const data = entry.row.dataset;
                    let fits = wanted.every(([name, wish]) => data[name] === wish);
                    if (fits && words.length > 0) {
                        entry.text ??= (entry.words + " " + entry.row.textContent).toLowerCase();
                        fits = words.every(word => entry.text.includes(word));
                    }
                    entry.row.hidden = !fits;
                    if (fits) left++;
                }
            group.element.hidden = away || left === 0;
            if (filtering && left > 0 && left <= 50) group.element.open = true;
            shown += left;
        }
        told.value = shown === total ? total + " findings" : shown + " of " + total + " findings";
    };
    let waiting;
    form.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(apply, 80);
    });
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    form.hidden = false;
    apply();
    const openTarget = () => {
        const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
        if (target && target.tagName === "DETAILS") target.open = true;
    };
    addEventListener("hashchange", openTarget);
    openTarget();
    addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(element => (element.open = true)));
})();
`;
