/** Folder names that say nothing about what is in them; the house sorts by domain and use case instead. */
export const bannedFolders = ['services', 'controllers', 'dtos', 'mappers', 'interfaces', 'utils', 'helpers']
