import { visitEveryPage } from '../support/every-page.ts'

visitEveryPage('kon-ray', ['day', 'night'])
