// The reader's own settings, kept in this browser alone: applied before the first paint, so that no page flashes white at night.
;(() => {
  const root = document.documentElement
  const SETTINGS = { theme: ['light', 'dark', 'contrast'], size: ['large', 'larger'] }
  const WORDS = {
    vi: {
      display: 'Hiển thị',
      theme: ['Nền', 'Theo máy', 'Sáng', 'Tối', 'Tương phản cao'],
      size: ['Cỡ chữ', 'Thường', 'Lớn', 'Rất lớn'],
    },
    en: {
      display: 'Display',
      theme: ['Background', 'As the system', 'Light', 'Dark', 'High contrast'],
      size: ['Text size', 'Normal', 'Large', 'Very large'],
    },
  }

  /** @param {string} name */
  const stored = (name) => {
    try {
      return localStorage.getItem(`congbo-${name}`) ?? ''
    } catch {
      return ''
    }
  }
  /** @param {string} name @param {string} value */
  const keep = (name, value) => {
    try {
      localStorage.setItem(`congbo-${name}`, value)
    } catch {
      // A browser that keeps nothing still applies it to this page.
    }
  }
  /** @param {string} name @param {string} value */
  const apply = (name, value) => {
    if (SETTINGS[name].includes(value)) root.dataset[name] = value
    else delete root.dataset[name]
  }

  root.dataset.script = ''
  for (const name of Object.keys(SETTINGS)) apply(name, stored(name))

  /** @param {string} tag @param {object} properties @param {...(Node|string)} children */
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children)
    return made
  }
  /** @param {string} name @param {readonly string[]} words the legend, then the choices, the first being none */
  const choices = (name, [legend, ...words]) =>
    element(
      'fieldset',
      {},
      element('legend', { textContent: legend }),
      ...['', ...SETTINGS[name]].map((value, index) => {
        const checked = (root.dataset[name] ?? '') === value
        const input = element('input', { type: 'radio', name, value, checked })
        input.addEventListener('change', () => {
          apply(name, value)
          keep(name, value)
        })
        return element('label', {}, input, ` ${words[index]}`)
      }),
    )

  document.addEventListener('DOMContentLoaded', () => {
    const nav = document.querySelector('.site-nav')
    const words = WORDS[nav?.lang] ?? WORDS.vi
    const panel = element(
      'details',
      { className: 'display' },
      element('summary', { textContent: words.display }),
      element(
        'div',
        { className: 'display-panel' },
        choices('theme', words.theme),
        choices('size', words.size),
      ),
    )
    nav?.firstElementChild?.append(panel)
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !panel.open) return
      panel.open = false
      panel.querySelector('summary').focus()
    })
    document.addEventListener('click', (event) => {
      if (panel.open && !panel.contains(event.target)) panel.open = false
    })
  })
})()
