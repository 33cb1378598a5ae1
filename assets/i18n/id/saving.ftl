## Yang salah dengan berkas, penyimpanan, dan layanan komputer.

# Files

err-file-denied = Program ini tidak diizinkan memakai { $path }.
fix-file-denied = Periksa siapa pemilik berkas itu dan foldernya, serta izinnya.
err-file-exists = Sudah ada sesuatu di { $path }.
fix-file-exists = Pilih nama lain.
err-file-full = Tidak ada ruang tersisa untuk { $path }.
fix-file-full = Kosongkan ruang di disk, lalu coba lagi.
err-file-limited = Sistem tidak mengizinkan program ini menulis berkas sebesar itu ke { $path }.
fix-file-limited = Naikkan batas ukuran berkas (ulimit -f), atau pakai folder di disk lain.
err-file-locked = Program lain sedang menulis { $path } dan memegang kuncinya.
fix-file-locked = Tutup jendela lain dari program ini, lalu coba lagi.
err-file-not-a-folder = Ada bagian dari jalur { $path } yang bukan folder.
fix-file-not-a-folder = Periksa jalurnya.
err-file-not-found = Tidak ada apa pun di { $path }.
fix-file-not-found = Periksa jalurnya; mungkin disk belum terpasang.
err-file-not-ours = { $path } milik orang lain.
fix-file-not-ours = Pakai brankas milik sendiri, atau jadikan diri Anda pemiliknya.
err-file-not-regular = { $path } bukan berkas biasa.
fix-file-not-regular = Berikan jalur ke sebuah berkas.
err-file-open-folder = Semua orang dapat mengganti berkas di { $path }.
fix-file-open-folder = Cabut hak tulis orang lain di sana, atau pindahkan brankas.
err-file-other = Sistem berkata tentang { $path }: { $words }.
fix-file-other = Periksa disknya, lalu coba lagi.
err-file-too-large = { $path } lebih besar daripada yang dibaca program ini.
fix-file-too-large = Pastikan itu berkas yang Anda maksud.
err-file-unsupported = Sistem berkas { $path } tidak dapat melakukan ini.
fix-file-unsupported = Pilih folder di disk lain.
err-no-home = Tidak ada folder rumah, jadi tidak ada tempat biasa untuk brankas.
fix-no-home = Sebutkan sendiri berkasnya dengan --vault dan --state.

# Reading and saving the vault

err-load-none = Belum ada brankas di sini.
fix-load-none = Buat yang baru, atau berikan jalur brankas Anda.
err-save-changed-elsewhere = Program lain mengubah berkas brankas, jadi berkas itu tidak ditimpa.
fix-save-changed-elsewhere = Ulangi pada isi yang sekarang ada, atau simpan perubahan Anda dalam berkas di samping brankas bila ditawarkan.
err-save-exists = Sudah ada brankas di tempat ini.
fix-save-exists = Buka brankas itu, atau pilih tempat lain.
err-save-file = Tidak ada yang disimpan. { $why }
err-save-read-back = Tidak ada yang disimpan: disk mengembalikan isi yang berbeda dari yang ditulis.
fix-save-read-back = Simpan ke disk lain dan periksakan disk ini.
err-save-read-only = Brankas ini terbuka hanya untuk dibaca.
fix-save-read-only = Nyatakan bahwa keadaan ini yang Anda inginkan, lalu simpan lagi (--accept-older).
err-save-unopenable = Tidak ada yang disimpan: yang disegel tidak dapat dibuka kembali.
fix-save-unopenable = Ekspor akun Anda dan laporkan ini; brankas di disk tidak berubah.
remark-first-use-here = Komputer ini baru pertama kali melihat brankas ini.
remark-forked = Komputer ini menyimpan keadaan lain dari brankas ini dengan nomor yang sama. Cari berkas di sampingnya sebelum melanjutkan.
remark-hard-linked = Berkas brankas ini punya nama lain; penyimpanan membiarkan nama itu apa adanya.
remark-mark-unreadable = Catatan tentang keadaan terbaru di komputer ini tidak dapat dibaca, jadi tidak diketahui apakah ini yang terbaru.
remark-wait-is-over = Masa tunggu { $count } akun sudah lewat: masuklah sekarang.
remark-not-confirmed = Brankas sudah ditulis, tetapi disk ini tidak memastikan bahwa isinya akan bertahan. Simpan lagi, atau pilih disk lain.
remark-previous-not-kept = Tersimpan, tetapi keadaan sebelumnya tidak dapat disimpan di sampingnya sebagai .prev.
remark-not-marked = Catatan tentang keadaan terbaru tidak dapat ditulis di komputer ini. Periksa folder keadaan.
remark-older =
    { $by ->
       *[other] Brankas ini { $by } penyimpanan lebih lama daripada yang terakhir dipakai di komputer ini.
    }

# The clipboard, the key store, the eye, the console, the process

err-clipboard-none = Tidak ada papan klip yang dapat dijangkau.
fix-clipboard-none = Tampilkan kodenya lalu ketik.
err-clipboard-not-text = Isi papan klip bukan teks.
fix-clipboard-not-text = Salin teksnya sekali lagi.
err-key-store-absent = Komputer ini tidak punya penyimpan kunci yang menjawab.
fix-key-store-absent = Pakai frasa sandi.
err-key-store-locked = Penyimpan kunci terkunci atau menolak.
fix-key-store-locked = Buka kuncinya, atau pakai frasa sandi.
err-key-store-not-a-key = Isi penyimpan kunci dengan nama program ini bukan salah satu kuncinya.
fix-key-store-not-a-key = Pakai frasa sandi, lalu matikan dan nyalakan lagi penyimpan kunci.
err-scan-no-code = Tidak ada kode QR yang dapat dibaca di gambar itu.
fix-scan-no-code = Tampilkan kode lebih besar dan utuh, lalu coba lagi.
err-scan-no-screen = Tidak ditemukan program untuk mengambil gambar layar.
fix-scan-no-screen = Pasang grim (Wayland) atau maim (X11), atau simpan gambarnya lalu buka.
err-scan-not-a-picture = Ini bukan gambar yang dapat dibaca: PNG, JPEG, WebP, GIF, atau BMP.
fix-scan-not-a-picture = Simpan sebagai PNG, lalu coba lagi.
err-scan-too-large = Gambar ini punya lebih banyak piksel daripada yang dibaca program ini.
fix-scan-too-large = Potong bagian kodenya, lalu coba lagi.
err-scan-unavailable = Versi ini tidak membaca kode QR.
fix-scan-unavailable = Tempel alamat otpauth, atau ketik kuncinya.
err-console-bad-fd = Deskriptor berkas { $fd } tidak dapat dibaca.
fix-console-bad-fd = Buka di shell yang menjalankan program, seperti 3< berkas.
err-console-bad-line = Barisnya kosong atau terlalu panjang.
fix-console-bad-line = Berikan satu baris yang tidak kosong.
err-console-left = Ditinggalkan tanpa jawaban.
fix-console-left = Mulai lagi dan jawab, atau berikan jawabannya dengan tanda seperti --passphrase-fd.
err-console-no-askpass = Program yang disebut PULIH_ASKPASS tidak bisa dijalankan.
fix-console-no-askpass = Sebutkan program dengan jalur lengkapnya, atau hapus variabelnya agar ditanya di terminal.
err-console-no-terminal = Tidak ada terminal untuk bertanya.
fix-console-no-terminal = Berikan jawabannya dengan tanda seperti --passphrase-fd.
err-borrowed-rights = Program ini diberi hak pengguna lain dan tidak melakukan apa pun dengannya.
fix-borrowed-rights = Hapus bit set-user-id dan set-group-id dari berkas program.
