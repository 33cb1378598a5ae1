## Keluar

cmd-sign-out = Pindahkan brankas ke samping, utuh; dan kembalikan
arg-undo = Kembalikan brankas yang terakhir dikeluarkan
ask-sign-out = Keluar dari semua akun? Brankas { $path } diberi nama lain di tempat yang sama dan tidak ada yang dihapus. (ya/tidak)
cli-sign-out-done = Sudah keluar. Brankas tersimpan utuh di { $path }.
cli-sign-out-next = Berikutnya: pulih restore, atau pulih sign-out --undo untuk kembali.
cli-sign-out-undone = Masuk kembali. Brankas sudah kembali di { $path }.
remark-sign-out-left = { $path } tidak dapat ikut dan masih di tempat semula.
err-sign-out-nothing-aside = Tidak ada brankas yang dikeluarkan di sini.
fix-sign-out-nothing-aside = Cari berkas dengan “.signed-out-” pada namanya di folder brankas.
err-sign-out-no-vault = Tidak ada brankas di sini untuk dikeluarkan.
fix-sign-out-no-vault = Pulihkan dari cadangan, atau buat brankas baru.
err-sign-out-occupied = Sudah ada brankas di sini, dan tidak pernah ditimpa.
fix-sign-out-occupied = Keluar dari brankas itu dulu, atau gabungkan yang lain ke dalamnya.
err-cli-demo-no-file = Demo hanya ada di memori dan tidak punya berkas.
fix-cli-demo-no-file = Hapus --demo.
tui-do-sign-out = Keluar: pindahkan brankas ke samping, utuh
tui-ask-sign-out = Keluar dari semua akun?
tui-ask-sign-out-about =
    { $count ->
       *[other] Brankas dengan { $count } akun dipindahkan ke samping dengan nama lain, utuh, dan tidak ada yang dihapus. Kodenya tidak ditampilkan sampai Anda masuk lagi. Anda dapat memulihkan cadangan ke tempat yang kosong.
    }
tui-signed-out = Sudah keluar. Brankas tersimpan utuh di { $path }.

## Pemulihan: yang mungkin menghalangi

err-restore-empty-place = Tidak ada cadangan di { $place }.
fix-restore-empty-place = Cari di tempat lain: folder cloud lain, flashdisk, server. Folder cloud mungkin masih mengunduh berkasnya.
err-restore-a-vault = Berkas ini adalah brankas, bukan cadangan.
fix-restore-a-vault = Buka dengan --vault, atau gabungkan dari dalam brankas yang terbuka.
err-restore-too-new = Cadangan ini ditulis oleh versi yang lebih baru.
fix-restore-too-new = Perbarui program ini, atau pilih cadangan yang lebih lama.
restore-moved-aside = Brankas yang tadinya di sini tersimpan utuh di { $path }.
err-restore-stranded = Tidak ada yang dipulihkan, dan brankas yang tadinya di sini tersimpan utuh di { $path }. { $why }
fix-restore-stranded = Masuk lagi untuk mengembalikannya, atau coba pulihkan sekali lagi.
