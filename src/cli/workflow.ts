/**
 * A GitHub workflow that judges every pull request offline, without credentials. The README shows it for the stack `dev`.
 * @param folder of the project, from the repository's root; "" where they are one.
 */
export function workflow(stack: string, folder = ""): string {
    const within = folder === "" ? "" : `    defaults:\n      run:\n        working-directory: ${folder}\n`;
    const at = folder === "" ? "" : `${folder}/`;
    return `name: charter
on: pull_request
permissions:
  contents: read
jobs:
  preview:
    runs-on: ubuntu-latest
${within}    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm${folder === "" ? "" : `\n          cache-dependency-path: ${at}package-lock.json`}
      - run: npm ci
      - run: npx charter preview --stack ${stack} --fail-on-undetermined --format text,json -o charter
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: charter
          path: ${at}charter.*
`;
}
