import { visitEveryPage } from '../support/every-page.ts'

visitEveryPage('kep', ['day'])
