/** An element with words in it, never with markup. */
export function textOf(tag: string, words: string): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = words
  return made
}
