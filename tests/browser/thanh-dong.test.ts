import { visitEveryPage } from '../support/every-page.ts'

visitEveryPage('thanh-dong', ['day', 'night'])
