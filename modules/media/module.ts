import { media } from '@rampart/contracts/media.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { addAvif } from './add-avif.ts'
import { checkStorage } from './check-storage.ts'
import type { MediaDeps } from './deps.ts'
import { describePictures } from './describe-pictures.ts'
import { discardAvatars } from './discard-avatars.ts'
import { deleteFile } from './files/delete-file.ts'
import { downloadFile } from './files/download-file.ts'
import { erasePersonalData } from './files/erase-personal-data.ts'
import { getFile } from './files/get-file.ts'
import { listFiles, listMyFiles } from './files/list-files.ts'
import { readFilePart } from './files/read-file-part.ts'
import { scanQuarantine } from './files/scan-quarantine.ts'
import { updateFile } from './files/update-file.ts'
import { uploadFile } from './files/upload-file.ts'
import { verifyFile } from './files/verify-file.ts'
import { exportPersonalData } from './export-personal-data.ts'
import { getRendition } from './get-rendition.ts'
import { hotRenditions } from './hot-renditions.ts'
import { importPicture } from './import-picture.ts'
import { describeReviewPhotos } from './review-photos/describe-review-photos.ts'
import { discardReviewPhotos } from './review-photos/discard-review-photos.ts'
import { publishReviewPhotos } from './review-photos/publish-review-photos.ts'
import { readReviewPhoto } from './review-photos/read-review-photo.ts'
import { storeReviewPhoto } from './review-photos/store-review-photo.ts'
import { scannerOf } from './scan/scanner-of.ts'
import { storageOf } from './storage/storage-of.ts'
import { toldStorage } from './storage/told-storage.ts'
import { storeAvatar } from './store-avatar.ts'
import { sweepOrphans } from './sweep-orphans.ts'

const HOT_BYTES = 16 * 1024 * 1024

export const mediaModule = defineModule({
  contract: media,
  calls: {},
  migrations: new URL('./migrations/', import.meta.url),
  create: (given) => {
    const deps: MediaDeps = {
      ...given,
      storage: toldStorage(storageOf(given.settings), given.log),
      scan: scannerOf(given.settings),
      hot: hotRenditions(HOT_BYTES, () => given.clock().getTime()),
    }
    return {
      operations: {
        uploadFile: uploadFile(deps),
        listFiles: listFiles(deps),
        listMyFiles: listMyFiles(deps),
        getFile: getFile(deps),
        updateFile: updateFile(deps),
        deleteFile: deleteFile(deps),
        verifyFile: verifyFile(deps),
        downloadFile: downloadFile(deps),
        readFilePart: readFilePart(deps),
        storeReviewPhoto: storeReviewPhoto(deps),
        publishReviewPhotos: publishReviewPhotos(deps),
        discardReviewPhotos: discardReviewPhotos(deps),
        describeReviewPhotos: describeReviewPhotos(deps),
        readReviewPhoto: readReviewPhoto(deps),
        importPicture: importPicture(deps),
        storeAvatar: storeAvatar(deps),
        discardAvatars: discardAvatars(deps),
        exportPersonalData: exportPersonalData(deps),
        erasePersonalData: erasePersonalData(deps),
        getRendition: getRendition(deps),
        describePictures: describePictures(deps),
        checkStorage: checkStorage(deps),
      },
      schedules: [
        { name: 'sweep-orphans', everySeconds: 86_400, run: sweepOrphans(deps) },
        { name: 'add-avif', everySeconds: 60, run: addAvif(deps) },
        { name: 'scan-quarantine', everySeconds: 60, run: scanQuarantine(deps) },
      ],
    }
  },
})
