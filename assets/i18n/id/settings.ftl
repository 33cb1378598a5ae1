# Pengaturan: tombol sendiri, pilihan, dan apa yang salah di berkasnya.

err-keys-action = Baris { $line } pada berkas pengaturan memberi tombol untuk “{ $name }”, yang bukan perintah.
err-keys-context = Baris { $line } pada berkas pengaturan menyebut tempat “{ $name }”, yang tidak ada.
err-keys-kept = Baris { $line } pada berkas pengaturan memakai “{ $key }”, yang artinya selalu tetap.
err-keys-key = Baris { $line } pada berkas pengaturan menyebut tombol “{ $key }”, yang tidak ada.
err-keys-not-there = Baris { $line } pada berkas pengaturan: “{ $action }” bukan perintah di “{ $context }”.
err-keys-shadowed = Baris { $line } pada berkas pengaturan: di “{ $context }”, “{ $key }” kini berarti “{ $does }” dan bukan “{ $not }”.
err-keys-taken = Baris { $line } pada berkas pengaturan: di “{ $context }”, “{ $key }” sudah berarti “{ $does }”; baris itu tidak berlaku di sana.
err-keys-typed = Baris { $line } pada berkas pengaturan: “{ $key }” diketik sebagai teks di sana.
fix-keys-key = Tulis tombol seperti "a", "f2", "ctrl-x", atau "g g".
fix-keys-meant = Mungkin maksudnya “{ $name }”.
fix-keys-other = Pilih tombol lain.
fix-keys-page = Nama-namanya ada di docs/keys.md.
config-wants-keys = Nilainya boleh satu tombol seperti "ctrl-x", atau daftar tombol.
config-wants-keys-table = Tulis tombol di bawah baris [keys].
tui-and-more = { $first } Dan { $more } hal lagi.
tui-no-chord = Tidak ada perintah dengan tombol { $keys }.
tui-verb-cancel = batal
