# Importing: what keeps a file from being read, and what takes an import back. Both faces say these.

err-import-folder = { $path } is a folder.
fix-import-folder = Name the file in it.
err-import-in = { $name }: { $why }
err-import-not-taken-back = The import can no longer be taken back whole: { $title } was changed since then.
fix-import-not-taken-back = Delete what you don't want one by one; it stays in the trash for a while.

# How an account of a file stands to the vault

import-row-new = new
import-row-same = there already
import-row-other-key = there with another key
import-row-other-name = same key, another name
import-row-other-numbers = same key, other digits, period or hash
import-row-fills = brings a missing key
import-row-repeated = twice in the file

# The command

cli-import-row = { $tick } { $account }: { $standing }
cli-import-would = New: { $new }. There already: { $there }. Not readable: { $unread }.
ask-import =
    { $count ->
        [one] Bring { $count } account in? (yes/no)
       *[other] Bring { $count } accounts in? (yes/no)
    }
ask-import-password = Password of { $name } ({ $app }):
ask-import-pin = PIN of { $account } (empty brings in the name alone):
import-plain-left =
    { $count ->
        [one] { $name } is not encrypted and still holds the keys. Delete it once you don't need it; on many disks a deleted file can still be recovered.
       *[other] { $count } of the files are not encrypted and still hold the keys. Delete them once you don't need them; on many disks deleted files can still be recovered.
    }
