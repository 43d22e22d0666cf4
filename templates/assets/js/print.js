// A code on paper that leads back to the page. Drawn when the page is printed from its button, and beforehand where there is a mouse:
// a phone that only reads is not made to load what draws it.
const place = document.querySelector('[data-qr]')
const button = document.querySelector('.print-button')
const SVG = 'http://www.w3.org/2000/svg'

/** @param {{ size: number, data: boolean[][] }} code */
function drawing({ size, data }) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.setAttribute('shape-rendering', 'crispEdges')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute(
    'd',
    data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join(''),
  )
  svg.append(path)
  return svg
}

let drawn
const draw = () => {
  drawn ??= import('./qr.js').then(({ encode }) => place.replaceChildren(drawing(encode(place.dataset.qr))))
  return drawn
}

if (place && matchMedia('(hover: hover) and (pointer: fine)').matches) {
  const whenIdle = window.requestIdleCallback ?? setTimeout
  whenIdle(() => draw().catch(() => undefined))
}
button?.addEventListener('click', async () => {
  // Without the code the address in letters still stands on the paper.
  await draw().catch(() => undefined)
  print()
})
