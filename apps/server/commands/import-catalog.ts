export type ImportCatalogOptions = { readonly mapping?: string; readonly dryRun?: true; readonly restart?: true }
