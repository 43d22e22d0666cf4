import { type Html, html } from '../html.ts'
import { FRAME_WORDS, type Language } from './frame-words.ts'

type Choice = readonly [value: string, words: string]

/** Theme and size of the letters; assets/js/display.js makes them work and shows them. */
export function displaySettings(language: Language): Html {
  const words = FRAME_WORDS[language]
  return html`<details class="display needs-script">
<summary>${words.display}</summary>
<div class="display-panel">
${choices('theme', words.theme, words.themes)}
${choices('size', words.size, words.sizes)}
</div>
</details>`
}

const choices = (name: string, legend: string, all: readonly Choice[]): Html => html`<fieldset>
<legend>${legend}</legend>
${all.map(([value, words]) => html`<label><input type="radio" name="${name}" value="${value}"> ${words}</label>`)}
</fieldset>`
