/** The second line of every hook that congbo has written: by it such a hook is known again. */
export const HOOK_MARK =
  '# congbo hooks: do `congbo hooks install` viết; `congbo hooks remove` xóa cả tệp này.'

export const isOurs = (text: string): boolean => text.split(/\r?\n/)[1] === HOOK_MARK

export type HookFacts = {
  /** The content repository below the top of the work tree, with a slash at its end, or empty. */
  readonly prefix: string
  /** The folder of the product that wrote the hook: for work trees that have no node_modules of their own. */
  readonly product: string
}

/**
 * The hook as a script for any POSIX shell; Git for Windows brings one along. It stops a commit that cannot be checked. Git names
 * the index in a path that counts from the top, so that is made absolute before another folder is entered.
 */
export const preCommitHook = ({ prefix, product }: HookFacts): string => `#!/bin/sh
${HOOK_MARK}
# Xét nội dung sắp ghi vào lịch sử (đúng phần đã \`git add\`), trước khi Git ghi.
top=$(pwd)
case "\${GIT_INDEX_FILE:-}" in
  '' | /* | [A-Za-z]:*) ;;
  *) GIT_INDEX_FILE="$top/$GIT_INDEX_FILE"; export GIT_INDEX_FILE ;;
esac
below=${quoted(prefix)}
if [ -n "$below" ]; then
  unset GIT_DIR GIT_WORK_TREE GIT_PREFIX
  [ -d "$below" ] || exit 0
  cd "$below" || exit 1
fi
[ -d content ] || exit 0
product=${quoted(product)}
PATH="$(pwd)/node_modules/.bin:$product/node_modules/.bin:$PATH"
export PATH
if [ -e node_modules/congbo/pipeline/congbo.js ]; then
  congbo=node_modules/congbo/pipeline/congbo.js
elif [ -e pipeline/congbo.js ]; then
  congbo=pipeline/congbo.js
else
  congbo="$product/pipeline/congbo.js"
fi
if [ ! -e "$congbo" ]; then
  echo 'congbo: không thấy phần mềm congbo, nên chưa xét được nội dung; chưa ghi gì vào lịch sử.' >&2
  echo 'Cách sửa: chạy npm install ở thư mục này, rồi ghi lại.' >&2
  exit 1
fi
exec node "$congbo" check --staged
`

/** A text as one word of a shell, whatever it holds. A backslash of Windows is a slash to its shell. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`
