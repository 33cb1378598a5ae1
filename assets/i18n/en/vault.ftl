# The vault file: what is wrong with it, and what helps.
err-vault-foreign = This file is not a Pulih vault.
fix-vault-foreign = Check the file name, or import the file if another app wrote it.
err-vault-damaged = The vault is damaged: its content was changed after it was saved.
fix-vault-damaged = Open the copy beside it that ends in .prev, or restore a backup.
err-vault-is-a-backup = This is a backup, not a vault.
fix-vault-is-a-backup = Restore it: choose Restore from backup.
err-vault-is-an-export = This is a Pulih export, not a vault.
fix-vault-is-an-export = Import it into a vault.
err-vault-too-new = This vault was written by a newer version ({ $found }).
fix-vault-too-new = Update this program, then open the vault again.
err-vault-too-large = This file is larger than 64 MiB, which no vault is.
fix-vault-too-large = Check the file name.
err-vault-too-costly =
    This file asks for { $memory } MiB of memory, { $passes ->
        [one] gone over once
       *[other] gone over { $passes } times
    }, to open. Refused.
fix-vault-too-costly = Check where the file comes from; no version of Pulih writes that.
err-vault-no-memory = Opening this vault takes { $memory } MiB of memory, and this computer does not have them free.
fix-vault-no-memory = Close other programs, then try again.
err-vault-no-such-slot = This vault cannot be opened in this way.
fix-vault-no-such-slot = Use the passphrase.
err-vault-wrong-key = The passphrase, the recovery words or the key do not open this vault.
fix-vault-wrong-key = Check the keyboard layout and Caps Lock, then type it again.
err-vault-wrong-passphrase = That is not this vault's passphrase.
err-vault-cost = That key derivation cost is outside what a vault may have.
fix-vault-cost = Choose 64 to 1024 MiB of memory and 3 to 16 passes, at most 8192 MiB times passes.
err-vault-no-entropy = The operating system gave no random numbers, so nothing was sealed.
fix-vault-no-entropy = Restart the computer, then try again.
err-vault-seal-no-memory = There is not enough memory free to derive the key.
err-vault-seal-too-large = The vault would be larger than its format allows, so nothing was sealed.
fix-vault-seal-too-large = Shorten long notes or delete accounts that are not needed.
err-vault-words-checksum = These words are all in the list, but they do not belong together.
fix-vault-words-checksum = Check their order, and words that look alike.
err-vault-words-unknown = Word { $position } is not one of the recovery words' list.
fix-vault-words-unknown = Check its spelling; its first four letters are enough.
err-vault-words-count =
    { $found ->
        [one] That is { $found } word; there are 12 recovery words.
       *[other] That is { $found } words; there are 12 recovery words.
    }
fix-vault-words-count = Type all 12 words in order, with spaces between them.
remark-vault-healed = A part of the vault file was damaged and could be repaired from its second copy; the next save mends the file.
remark-vault-migrated = The vault comes from an older version (format { $from }); that file is kept when you save.
remark-vault-weak-cost = Guessing this vault's passphrase costs less than it should; set the passphrase again to raise the cost.
