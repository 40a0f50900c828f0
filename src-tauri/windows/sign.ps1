# Signs one file with Microsoft's Artifact Signing, whose keys never leave its hardware.
# Called by the bundler and by the installer's script while they pack, so that what is
# inside is signed too, the uninstaller included.
#
# Reads SIGNING_ENDPOINT, SIGNING_ACCOUNT and SIGNING_PROFILE, and the credentials
# AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, from the environment.
param([Parameter(Mandatory)][string]$File)

$ErrorActionPreference = 'Stop'
$path = (Resolve-Path -LiteralPath $File).Path

Import-Module -Name ArtifactSigning -RequiredVersion 0.1.8
$how = @{
    Endpoint                            = $env:SIGNING_ENDPOINT
    CodeSigningAccountName              = $env:SIGNING_ACCOUNT
    CertificateProfileName              = $env:SIGNING_PROFILE
    Files                               = $path
    FileDigest                          = 'SHA256'
    TimestampRfc3161                    = 'http://timestamp.acs.microsoft.com'
    TimestampDigest                     = 'SHA256'
    # Only what the environment holds: the others wait for things that are not here.
    ExcludeWorkloadIdentityCredential   = $true
    ExcludeManagedIdentityCredential    = $true
    ExcludeSharedTokenCacheCredential   = $true
    ExcludeVisualStudioCredential       = $true
    ExcludeVisualStudioCodeCredential   = $true
    ExcludeAzureCliCredential           = $true
    ExcludeAzurePowerShellCredential    = $true
    ExcludeAzureDeveloperCliCredential  = $true
    ExcludeInteractiveBrowserCredential = $true
}
Invoke-ArtifactSigning @how

$signature = Get-AuthenticodeSignature -LiteralPath $path
if ($signature.Status -ne 'Valid' -or -not $signature.TimeStamperCertificate) {
    throw "$path is not signed with a time stamp: $($signature.StatusMessage)"
}
