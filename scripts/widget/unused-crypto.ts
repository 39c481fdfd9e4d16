/**
 * What of the crypto library this widget never calls: verification by emoji or code, key backup, secret storage, dehydrated
 * devices, files, taking over the keys of rooms from others, moving from libolm. A caller has one device, for one conversation.
 */
const unusedClasses = [
  'Attachment',
  'BackupDecryptionKey',
  'BackupKeys',
  'BackupSecretsBundle',
  'Base64EncodedPkMessage',
  'BaseMigrationData',
  'CancelInfo',
  'CheckCode',
  'DehydratedDevice',
  'DehydratedDevices',
  'DehydratedDeviceKey',
  'Ecies',
  'Emoji',
  'EstablishedEcies',
  'InboundGroupSession',
  'KeysBackupRequest',
  'MegolmV1BackupKey',
  'Migration',
  'PickledInboundGroupSession',
  'PickledSession',
  'PkDecryption',
  'PkEncryption',
  'PkMessage',
  'PutDehydratedDeviceRequest',
  'Qr',
  'QrCode',
  'QrCodeData',
  'QrCodeIntentData',
  'QrCodeScan',
  'RehydratedDevice',
  'RoomKeyImportResult',
  'RoomPendingKeyBundleDetails',
  'Sas',
  'SecretsBundle',
  'SignatureVerification',
  'StoredRoomKeyBundleData',
  'VerificationRequest',
] as const;

/** Methods of the one class that everything goes through. */
const unusedMachineMethods = [
  'backupRoomKeys',
  'clearRoomPendingKeyBundle',
  'decryptExportedRoomKeys',
  'dehydratedDevices',
  'deleteSecretsFromInbox',
  'disableBackup',
  'enableBackupV1',
  'encryptExportedRoomKeys',
  'encryptStateEvent',
  'exportCrossSigningKeys',
  'exportRoomKeys',
  'exportSecretsBundle',
  'getAllRoomsPendingKeyBundles',
  'getBackupKeys',
  'getPendingKeyBundleDetailsForRoom',
  'getReceivedRoomKeyBundleData',
  'getRoomSettings',
  'getSecretsFromInbox',
  'getVerification',
  'getVerificationRequest',
  'getVerificationRequests',
  'hasDownloadedAllRoomKeys',
  'importBackedUpRoomKeys',
  'importCrossSigningKeys',
  'importExportedRoomKeys',
  'importRoomKeys',
  'importSecretsBundle',
  'isBackupEnabled',
  'markAllTrackedUsersAsDirty',
  'pushSecretToVerifiedDevices',
  'receiveRoomKeyBundle',
  'receiveSyncChangesMsc4186',
  'receiveVerificationEvent',
  'registerDevicesUpdatedCallback',
  'registerReceiveSecretCallback',
  'registerRoomKeyUpdatedCallback',
  'registerRoomKeysWithheldCallback',
  'registerUserIdentityUpdatedCallback',
  'requestMissingSecretsIfNeeded',
  'roomKeyCounts',
  'saveBackupDecryptionKey',
  'setHasDownloadedAllRoomKeys',
  'setRoomSettings',
  'sign',
  'storeRoomPendingKeyBundle',
  'trackedUsers',
  'updateTrackedUsers',
  'verifyBackup',
] as const;

/** Methods of devices and identities. */
const unusedPersonMethods = ['requestVerification', 'verificationRequestContent'] as const;

/** All of these names, as they stand in code that calls them. */
export const unusedNames: readonly string[] = [
  ...unusedClasses,
  ...unusedMachineMethods,
  ...unusedPersonMethods,
];

const classes = new Set(unusedClasses.map((each) => each.toLowerCase()));
const personMethods: ReadonlySet<string> = new Set(unusedPersonMethods);
const methods = new Set(unusedMachineMethods.map((each) => `olmmachine_${each}`));

/** Whether an export of the WASM belongs to that; wasm-bindgen names them `class_method` and `__wbg_class_free`. */
export function isUnusedExport(name: string): boolean {
  const [owner = '', method = ''] = name.replace(/^__wbg_(?:get_|set_)?/, '').split('_', 2);
  return classes.has(owner) || methods.has(name) || personMethods.has(method);
}
