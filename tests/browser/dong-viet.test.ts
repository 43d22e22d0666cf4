import { visitEveryPage } from '../support/every-page.ts'

visitEveryPage('dong-viet', ['day', 'contrast'])
