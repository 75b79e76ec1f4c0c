import { media } from '@rampart/contracts/media.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { describePictures } from './describe-pictures.ts'
import { discardAvatars } from './discard-avatars.ts'
import { exportPersonalData } from './export-personal-data.ts'
import { getRendition } from './get-rendition.ts'
import { importPicture } from './import-picture.ts'
import { storeAvatar } from './store-avatar.ts'
import { sweepOrphans } from './sweep-orphans.ts'
import { uploadPicture } from './upload-picture.ts'

export const mediaModule = defineModule({
  contract: media,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      uploadPicture: uploadPicture(deps),
      importPicture: importPicture(deps),
      storeAvatar: storeAvatar(deps),
      discardAvatars: discardAvatars(deps),
      exportPersonalData: exportPersonalData(deps),
      getRendition: getRendition(deps),
      describePictures: describePictures(deps),
    },
    schedules: [{ name: 'sweep-orphans', everySeconds: 86_400, run: sweepOrphans(deps) }],
  }),
})
