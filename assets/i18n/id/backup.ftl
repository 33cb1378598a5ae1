# Cadangan dan tempat menyimpannya.
backup-device-android = Android
backup-device-any = komputer apa pun
backup-device-bsd = BSD
backup-device-ios = iOS
backup-device-linux = Linux
backup-device-macos = macOS
backup-device-other = jenis komputer lain
backup-device-windows = Windows
err-backup-damaged = Cadangan ini rusak: isinya berubah setelah ditulis.
fix-backup-damaged = Pilih cadangan yang lebih lama berikutnya.
err-backup-is-an-export = Ini ekspor Pulih, bukan cadangan.
fix-backup-is-an-export = Impor ke dalam brankas.
err-backup-foreign = Berkas ini bukan cadangan Pulih.
fix-backup-foreign = Pilih berkas yang berakhiran .pulih-backup.
err-backup-too-large = Berkas ini lebih besar dari 64 MiB, dan cadangan tidak pernah sebesar itu.
err-backup-too-new = Cadangan ini ditulis oleh versi yang lebih baru ({ $found }).
fix-backup-too-new = Perbarui program ini, lalu pulihkan lagi.
err-backup-is-a-vault = Ini brankas, bukan cadangan.
fix-backup-is-a-vault = Buka dengan --vault, atau gabungkan dengan milik Anda.
err-backup-no-memory = Membuka cadangan ini memerlukan memori { $memory } MiB, dan komputer ini tidak punya sebanyak itu yang bebas.
fix-backup-no-memory = Tutup program lain lalu coba lagi, atau buka dengan kata pemulihan, yang tidak memerlukan memori.
err-backup-no-such-slot = Cadangan ini tidak dapat dibuka dengan cara ini.
fix-backup-no-such-slot = Gunakan nama dan kata sandi akun pemulihan.
err-backup-other-device = Cadangan ini hanya untuk komputer dengan { $device }.
err-backup-edited-device = Cadangan ini dibuat untuk komputer dengan { $device }, dan kepalanya diubah agar mengatakan hal lain.
fix-backup-other-device = Pulihkan di komputer seperti itu, lalu buat cadangan portabel atau ekspor di sana.
err-backup-too-costly =
    Berkas ini meminta memori { $memory } MiB, { $passes ->
       *[other] dilewati { $passes } kali
    }, untuk dibuka. Ditolak.
fix-backup-too-costly = Periksa asal berkas ini; tidak ada versi Pulih yang menulis seperti itu.
err-backup-wrong-account = Nama dan kata sandi akun pemulihan ini tidak membuka cadangan.
fix-backup-wrong-account = Periksa keduanya: harus akun pemulihan yang dipakai saat cadangan dibuat. Atau gunakan kata pemulihan.
err-backup-wrong-words = Kata pemulihan ini tidak membuka cadangan.
fix-backup-wrong-words = Periksa apakah kata-kata ini milik set cadangan ini, atau gunakan akun pemulihan.
err-backup-wrong-key = Cadangan ini milik set lain, bukan set brankas ini.
fix-backup-wrong-key = Buka dengan akun pemulihan atau kata pemulihannya.
err-backup-name-empty = Akun pemulihan tidak punya nama.
err-backup-name-unfit = Itu terlalu panjang untuk nama akun pemulihan, atau berisi karakter yang tidak dapat diketik.
fix-backup-name = Ketik nama yang akan Anda ingat lima tahun lagi, misalnya alamat email.
err-place-address-empty = Tidak ada tempat yang disebutkan.
err-place-address-no-host = Tidak ada host yang dapat dibaca dari alamat ini.
err-place-address-password = Ada kata sandi di alamat ini.
err-place-address-scheme = Jenis alamat ini tidak dikenal.
fix-place-address = Berikan folder, webdav+https://user@host/path atau s3://key-id@endpoint/bucket/prefix?region=name.
fix-place-address-password = Hilangkan; kata sandi akan ditanyakan.
err-place-address-bucket = Tidak ada bucket di alamat ini.
err-place-address-query = Ada sesuatu di belakang tanda tanya di alamat ini.
err-place-address-unencrypted = Alamat ini tidak terenkripsi.
fix-place-address-unencrypted = Gunakan alamat dengan https; tanpa itu hanya server di komputer ini yang dihubungi.
err-place-cancelled = Dibatalkan.
fix-place-cancelled = Tidak ada yang berubah; mulai lagi kapan saja.
err-place-denied = Tempat ini tidak mengizinkannya.
err-place-unwritable = Tempat ini tidak dapat ditulisi.
fix-place-denied = Periksa apa yang boleh Anda lakukan di sana, dan apakah masih ada ruang.
err-place-certificate = Server tidak membuktikan bahwa ia yang Anda sebutkan: { $words }
fix-place-certificate = Periksa alamatnya. Jika server itu milik Anda, beri sertifikat yang dipercaya komputer ini.
err-place-clock = Jam komputer ini dan jam server terlalu jauh berbeda.
fix-place-clock = Atur jam komputer ini, lalu coba lagi.
err-place-cut-short = Koneksi terputus sebelum semuanya sampai.
err-place-failing = Server menjawab dengan kesalahan { $status }.
fix-place-failing = Coba lagi nanti; jika tetap begitu, pengelola server dapat melihat sebabnya.
err-place-redirected = { $from } mengarahkan kita ke { $to }, dan pembuka tempat ini tidak dikirim ke sana.
fix-place-redirected = Jika alamat baru itu benar, berikan alamat itu.
err-place-region = Bucket itu berada di region { $region }.
fix-place-region = Tambahkan ?region={ $region } di akhir alamat.
err-place-too-many = Tempat ini mendaftar lebih banyak berkas daripada yang dapat diperiksa.
fix-place-too-many = Gunakan folder yang hanya berisi cadangan.
err-place-exists = Berkas dengan nama ini sudah ada.
fix-place-again = Coba lagi; berkas berikutnya punya nama lain.
err-place-full = Tempat ini sudah penuh.
fix-place-full = Kosongkan ruang di sana, lalu coba lagi.
err-place-gone = Tempat ini tidak ada.
fix-place-gone = Sambungkan disk, pasang foldernya atau periksa alamatnya, atau pilih tempat lain.
err-place-not-found = Tidak ada berkas seperti itu di tempat ini.
fix-place-not-found = Tampilkan lagi daftar cadangan.
err-place-not-here = Versi ini tidak dapat menjangkau jenis tempat itu.
fix-place-not-here = Gunakan folder; folder yang disinkronkan layanan awan juga bisa.
err-place-not-understood = Tempat ini menjawab dengan cara yang tidak dapat dipahami: { $words }
err-place-too-large = Berkas ini lebih besar dari cadangan mana pun.
fix-place-not-understood = Periksa alamatnya dan apa yang berjalan di sana.
err-place-timed-out = Tempat ini terlalu lama menjawab.
err-place-unreachable = Tempat ini tidak dapat dijangkau: { $words }
fix-place-unreachable = Periksa koneksi, lalu coba lagi.
err-place-wrong-secret = Tempat ini tidak menerima nama dan kata sandi tersebut.
fix-place-wrong-secret = Periksa nama di alamat, lalu berikan lagi kata sandi aplikasi atau kunci rahasianya.
backup-doubt-empty = Brankas ini kosong, jadi cadangannya juga akan kosong.
backup-doubt-emptied = Tidak satu pun cadangan sebelumnya masih ada di tempat ini: mungkin disknya tidak terpasang, padahal foldernya masih ada.
backup-doubt-smaller = Brankas ini berisi { $now } dari { $before } akun yang ada di cadangan terakhir.
fix-backup-doubt = Jika itu benar, cadangkan sekarang dan jawab ya; cadangan lama tetap di tempatnya.
fix-backup-doubt-emptied = Sambungkan disknya; jika foldernya memang benar, cadangkan sekarang dan jawab ya.
backup-former-go-on = Cadangan yang sudah diatur sebelumnya tetap berjalan.
err-backup-none-there = Belum ada cadangan untuk diperiksa.
fix-backup-none-there = Buat satu: pulih backup now.
err-backup-not-set-up = Cadangan belum disiapkan.
fix-backup-not-set-up = Siapkan: pulih backup setup.
err-backup-read-back = Tempat ini mengembalikan sesuatu yang berbeda dari yang disimpan.
fix-backup-read-back = Cadangan lama tidak tersentuh. Coba lagi, atau pilih tempat lain.
err-backup-records-new = Versi yang lebih baru ({ $found }) menulis catatan cadangan brankas ini.
err-backup-records = Catatan cadangan brankas ini tidak dapat dibaca.
fix-backup-records = Siapkan lagi cadangan; berkas yang ada tetap terbuka dengan akun pemulihannya.
cli-backup-setting-up = Mencoba tempat dan membuat set. Memulihkan akan memerlukan memori { $memory } MiB.
cli-backup-place-overwrites = Tempat ini tidak menolak menimpa berkas, jadi nama unik digunakan.
cli-backup-place-unconfirmed = Tempat ini tidak memastikan bahwa berkas akan bertahan.
cli-backup-place-lists-late = Tempat ini tidak langsung menampilkan berkas baru.
cli-backup-set-up = Cadangan disiapkan sebagai “{ $set }” dengan akun pemulihan { $account }.
cli-backup-no-words = Tanpa kata pemulihan, kata sandi adalah satu-satunya cara membuka cadangan. Buat kata: pulih words --new.
cli-backup-waits = Brankas ini kosong; cadangan pertama dibuat setelah akun pertama.
cli-backup-password-works = Kata sandi membuka berkas yang dibaca kembali dari tempat itu.
cli-backup-off = Cadangan dimatikan. Berkas yang ada tetap tersimpan.
cli-backup-made =
    { $count ->
       *[other] Mencadangkan { $count } akun sebagai { $file }, dan membacanya kembali.
    }
cli-backup-unconfirmed = Tempat ini tidak memastikan bahwa berkas akan bertahan.
cli-backup-missing =
    { $count ->
       *[other] { $count } cadangan yang ditulis brankas ini hilang dari tempatnya.
    }
cli-backup-not-removed =
    { $count ->
       *[other] { $count } cadangan lama tidak dapat dihapus.
    }
cli-backup-good = Dibaca kembali dan dibuka.
cli-backup-made-after = Dicadangkan dan dibaca kembali.
cli-backup-not-made-after = Disimpan, tetapi tidak dicadangkan; ini dicoba lagi setelah perubahan berikutnya. { $why }
cli-backup-none-in-place = Tidak ada cadangan di { $place }.
cli-backup-not-verified = Belum diverifikasi: itu memerlukan akun pemulihan atau kata pemulihan.
ask-backup-account = Nama akun pemulihan, misalnya alamat email:
ask-backup-place = Di mana cadangan disimpan (sebuah folder, atau alamat server)?
ask-place-secret = Kata sandi aplikasi atau kunci rahasia tempat ini:
ask-place-user = Nama pengguna atau id kunci tempat ini:
ask-backup-kind = Pulihkan hanya di komputer dengan { $device } (1), seperti di halaman panduan, atau di komputer apa pun (2)? 1 atau 2:
ask-recovery-password-new = Kata sandi pemulihan baru:
ask-recovery-password-twice = Sekali lagi yang sama:
ask-recovery-password = Kata sandi pemulihan:
ask-backup-anyway = Tetap cadangkan (ya atau tidak)?
ask-backup-off = Berhenti membuat cadangan; yang sudah ada tetap di tempatnya (ya atau tidak)?
backup-codes-at-once =
    { $count ->
       *[other] { $count } akun langsung memberikan kode.
    }
backup-sign-in =
    { $count ->
       *[other] { $count } akun perlu masuk dahulu.
    }
backup-add-key =
    { $count ->
       *[other] { $count } akun kembali dengan namanya saja; kuncinya perlu ditambahkan lagi.
    }
backup-not-in-it =
    { $count ->
       *[other] { $count } akun ditambahkan setelah cadangan.
    }
backup-without-note =
    { $count ->
       *[other] { $count } akun kembali tanpa catatan, kode pemulihan, dan kunci lama.
    }
backup-fit-damaged = rusak
backup-fit-verified = terverifikasi
backup-fit-unverified = belum diverifikasi
backup-fit-not-read = tidak dapat dibaca
backup-fit-other = hanya untuk { $device }
backup-fit-too-new = dari versi yang lebih baru
backup-fact-set = Set
backup-fact-created = Dibuat
backup-fact-generation = Nomor dalam set
backup-fact-device = Untuk
backup-fact-version = Ditulis oleh versi
backup-fact-size = Bita
backup-status-off = Cadangan mati.
backup-status-none = Cadangan aktif, dan belum ada yang terverifikasi.
backup-status-on =
    { $files ->
       *[other] Terakhir diverifikasi { $at }; { $files } berkas.
    }
backup-remind-set-up = Siapkan cadangan, agar komputer yang hilang bukan akhir dari kode Anda: pulih backup setup.
backup-remind-never = Belum ada cadangan: pulih backup now.
backup-remind-back-up = Akun berubah sejak cadangan terakhir: pulih backup now.
backup-remind-verify = Cadangan terakhir sudah lama tidak dibaca kembali: pulih backup verify.
backup-remind-check-password = Ketik kata sandi pemulihan sekali lagi agar yakin: pulih backup drill.
backup-remind-make-words = Kata sandi adalah satu-satunya cara membuka cadangan; buat kata pemulihan: pulih words --new.
backup-place-offered = { $service } ada di sini: { $folder }
cmd-backup = Siapkan cadangan, buat, dan periksa
cmd-backup-setup = Pilih akun pemulihan dan tempat
cmd-backup-now = Cadangkan sekarang dan baca kembali
cmd-backup-list = Tampilkan cadangan di tempatnya
cmd-backup-show = Tampilkan keterangan sebuah berkas cadangan
cmd-backup-verify = Baca kembali cadangan terbaru dan buka
cmd-backup-drill = Ketik lagi kata sandi dan lihat apa yang akan kembali
cmd-backup-status = Tampilkan keadaan cadangan
cmd-backup-places = Tampilkan tempat yang dikenal dan folder layanan awan
cmd-backup-off = Jangan buat cadangan lagi
arg-backup-setup-account = Nama akun pemulihan, misalnya alamat email
arg-backup-setup-place = Tempat cadangan disimpan: sebuah folder, webdav+https://user@host/path atau s3://key-id@endpoint/bucket/prefix
arg-backup-setup-portable = Pulihkan di jenis komputer apa pun
arg-backup-setup-same-kind = Pulihkan hanya di jenis komputer ini
arg-backup-setup-use-passphrase = Gunakan frasa sandi brankas sebagai kata sandi pemulihan
arg-backup-setup-recovery-password-fd = Baca kata sandi pemulihan dari deskriptor ini
arg-backup-setup-place-secret-fd = Baca pembuka tempat dari deskriptor ini
arg-backup-setup-place-user = Siapa yang masuk ke tempat itu, jika alamatnya tidak menyebut siapa pun
arg-backup-drill-recovery-password-fd = Baca kata sandi pemulihan dari deskriptor ini
arg-backup-now-yes = Cadangkan brankas kosong atau jauh lebih kecil tanpa bertanya
arg-backup-off-yes = Berhenti membuat cadangan tanpa bertanya
arg-backup-verify-all = Baca kembali semua cadangan yang diingat, bukan hanya yang terbaru
arg-backup-list-place = Tempat lain selain milik brankas
arg-backup-list-place-user = Siapa yang masuk ke tempat itu, jika alamatnya tidak menyebut siapa pun
arg-backup-list-place-secret-fd = Baca pembuka tempat dari deskriptor ini
arg-backup-show-file = Sebuah berkas cadangan
tui-not-backed-up = Disimpan, tetapi tidak dicadangkan; ini dicoba lagi setelah perubahan berikutnya. { $why }
