// The reader's own settings, kept in this browser alone: applied before the first paint, so that no page flashes white at night.
;(() => {
  const root = document.documentElement
  const SETTINGS = { theme: ['light', 'dark', 'contrast'], size: ['large', 'larger'] }

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

  document.addEventListener('DOMContentLoaded', () => {
    for (const input of document.querySelectorAll('.display input')) {
      input.checked = (root.dataset[input.name] ?? '') === input.value
      input.addEventListener('change', () => {
        apply(input.name, input.value)
        keep(input.name, input.value)
      })
    }
    const panel = document.querySelector('.display')
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !panel?.open) return
      panel.open = false
      panel.querySelector('summary')?.focus()
    })
    document.addEventListener('click', (event) => {
      if (panel?.open && !panel.contains(event.target)) panel.open = false
    })
  })
})()
