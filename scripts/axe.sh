#!/bin/sh
# Checks an HTML report against WCAG 2.2 AA with axe-core in light, dark and print, and at 320 px (400 % zoom).
# usage: scripts/axe.sh path/to/axe.min.js report.html
# axe.min.js comes in the wheel: pip download --no-deps axe-playwright-python && unzip axe_playwright_python-*.whl
set -eu
axe=${1:?axe.min.js} page=${2:?report.html}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

check() { # name, size, sed script, rules to leave out
  # The page forbids foreign scripts, so the policy is taken out of the copy that is tested.
  sed -e '/http-equiv="Content-Security-Policy"/d' -e "$3" -e '/<\/body>/,$d' "$page" > "$work/page.html"
  {
    printf '<script>'; cat "$axe"; printf '</script>\n'
    echo "<script>const skipped = '${4:-}'.split(' ').filter(Boolean);</script>"
    cat <<'JS'
<script>
document.querySelectorAll("details").forEach((each) => { each.open = true; });
const isWide = document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > document.body.clientWidth;
const width = isWide ? ["page is wider than the window"] : [];
axe.run(document, { preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: Object.fromEntries(skipped.map((id) => [id, { enabled: false }])) })
  .then((result) => result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + " " + node.target + " " + node.failureSummary)))
  .catch((error) => ["axe failed: " + error])
  .then((lines) => {
    const out = document.createElement("pre");
    out.id = "axe-result";
    out.textContent = "BEGIN\n" + [...width, ...lines, "END " + (width.length + lines.length)].join("\n");
    document.body.append(out);
  });
</script></body></html>
JS
  } >> "$work/page.html"
  chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=60000 --window-size="$2" \
    --dump-dom "file://$work/page.html" 2>/dev/null | sed -n '/BEGIN$/,/END [0-9]/p' | sed 's/<[^>]*>//g' > "$work/result"
  if grep -q '^END 0$' "$work/result"; then echo "$1: 0 violations"; else
    echo "$1:"; sed -n '2,60p' "$work/result"; status=1
  fi
}

check light 1280,1000 ''
check dark 1280,1000 's/<html lang="en">/<html lang="en" data-theme="dark">/'
check dark-media 1280,1000 's/prefers-color-scheme: dark/min-width: 1px/'
# Paper has no pointer, so the size of targets does not matter there.
check print 1000,1000 's/@media print/@media all/' target-size
check narrow 500,1000 's/<meta name="viewport"/<meta name="x"/; s/max-width: 76rem;/max-width: 320px;/'
exit $status
