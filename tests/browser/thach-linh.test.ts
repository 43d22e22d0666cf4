import { visitEveryPage } from '../support/every-page.ts'

visitEveryPage('thach-linh', ['day', 'large'])
