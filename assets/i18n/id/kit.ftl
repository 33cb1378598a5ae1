## Lembar pemulihan: halamannya

kit-title = Lembar pemulihan untuk Pulih
kit-about = Seri cadangan “{ $set }”. Dibuat { $date } (UTC).
kit-warning = Siapa pun yang memiliki lembar ini dan salah satu cadangan Anda dapat membaca semua akun di dalamnya. Simpan seperti uang: di kertas, jauh dari komputer dan jauh dari tempat cadangan. Jangan difoto.
kit-words = Ke-12 kata pemulihan
kit-opens = Apa membuka apa
kit-opens-words = Kata-kata ini membuka brankas Anda dan setiap cadangan yang dibuat sejak kata-kata ini berlaku. Kata sandi tidak diperlukan.
kit-opens-account = Akun pemulihan: { $account }. Nama dan kata sandinya bersama-sama membuka cadangan yang sama. Kata sandinya tidak ada di lembar ini.
kit-opens-place = Tempat cadangan: { $place }. Jika tempat itu meminta kata sandi sendiri, itu pun tidak ada di lembar ini.
kit-opens-device = Cadangan dapat dipulihkan di: { $device }.
kit-opens-not = Akun yang terikat pada komputer yang hilang kembali hanya dengan namanya. Masuk lagi ke tiap akun itu.
kit-steps = Di komputer baru
kit-step-install = Pasang Pulih dan jalankan.
kit-step-restore = Pilih “Pulihkan dari cadangan” sebelum hal lain.
kit-step-place = Sebutkan tempat cadangan, lalu pilih yang terbaru dan cocok.
kit-step-words = Pilih mengetik kata pemulihan, berurutan. Empat huruf dari tiap kata sudah cukup.
kit-code = Tempat, seri dan nama akun, untuk dipindai atau disalin. Kata-katanya tidak ada di dalamnya.
kit-end = Kata pemulihan baru membuat lembar ini tidak berlaku: cetak yang baru, dan musnahkan yang ini.

## Lembar pemulihan: tindakan

err-kit-beside-backups = Lembar itu akan berada di samping cadangan, tempat satu pencurian membuka semuanya.
fix-kit-beside-backups = Tulis ke folder lain, cetak, lalu hapus berkasnya.
err-kit-no-words = Brankas ini tidak punya kata pemulihan.
fix-kit-no-words = Buat kata dan lembarnya: pulih backup kit --new.
err-kit-other-words = Ini kata pemulihan, tetapi bukan milik brankas ini.
fix-kit-other-words = Cari lembar yang lebih baru, atau buat kata baru: pulih backup kit --new.
err-cli-kit-no-file = Kata baru harus terlihat, dan tidak ada lembar untuknya.
fix-cli-kit-no-file = Sebutkan berkas dengan --svg atau --text.
cmd-backup-kit = Buat lembar kata pemulihan, untuk dicetak dan disimpan
arg-backup-kit-svg = Gambar lembar ke berkas baru ini, untuk pencetak
arg-backup-kit-text = Tulis lembar ke berkas baru ini, sebagai teks
arg-backup-kit-new = Buat kata baru; yang lama tidak berlaku lagi
arg-backup-kit-words-fd = Baca 12 kata pemulihan dari deskriptor ini
arg-backup-setup-kit = Buat kata pemulihan dan tulis lembarnya ke berkas baru ini (.svg untuk pencetak)
ask-kit-words = Ke-12 kata pemulihan:
ask-kit-now = Buat kata pemulihan dan lembarnya sekarang? (ya/tidak)
cli-kit-written = Lembar ada di { $file }. Hanya Anda yang dapat membacanya.
cli-kit-copied = Folder itu disalin oleh { $service }: kata-katanya akan ada di sana juga. Pilih folder lain, atau segera hapus berkasnya.
cli-kit-file-warning = Cetak lembarnya, lalu hapus berkasnya. Menghapus berkas tidak membersihkannya dari banyak disk.
cli-kit-ask = Cetak lembar atau tulis kata-katanya, lalu jawab dari kertas.
cli-kit-unchecked = Tidak ada yang bisa ditanyai tiga dari kata itu, jadi lembar belum dihitung tersimpan.
cli-kit-saved = Lembar pemulihan tersimpan.
cli-backup-kit-next = Brankas ini punya kata pemulihan. Buat lembarnya: pulih backup kit.
backup-kit-saved = Lembar pemulihan: tersimpan { $at }.
backup-remind-make-kit = Belum ada yang menunjukkan memiliki kata pemulihan; buat lembarnya: pulih backup kit.

## Daftar kesiapan

ready-place = Tempat
ready-key-store = Penyimpan kunci
ready-backups = Cadangan
ready-kit = Lembar pemulihan
ready-go = Enter mencari di sana.
ready-place-none = Belum ada tempat untuk cadangan.
ready-place-full = { $place } hanya punya sisa { $mib } MiB.
ready-place-room = { $place } ditulis dan dibaca kembali; sisa { $mib } MiB.
ready-place-good = { $place } ditulis dan dibaca kembali.
ready-place-found = { $count } cadangan ada di { $folder } ({ $service }).
ready-place-without = { $service } ada di komputer ini, belum ada cadangan. Mungkin masih diunduh.
ready-place-unknown = Tidak ditemukan folder layanan cloud di sini.
ready-place-fix = Masuk dulu ke layanan cloud, atau siapkan flashdisk atau alamat server.
ready-backups-new = Komputer ini belum membuat cadangan.
ready-backups-new-fix = Setelah pemulihan, atur seri cadangannya sendiri.
ready-backups-off = Cadangan mati.
ready-backups-none = Belum ada cadangan yang dibaca kembali.
ready-backups-age =
    { $days ->
        [0] Yang terakhir dibaca kembali dan dibuka hari ini; seluruhnya { $files }.
       *[other] Yang terakhir dibaca kembali dan dibuka { $days } hari lalu; seluruhnya { $files }.
    }
ready-backups-due =
    { $days ->
        [0] Ada yang berubah sejak yang terakhir hari ini; seluruhnya { $files }.
       *[other] Ada yang berubah sejak yang terakhir { $days } hari lalu; seluruhnya { $files }.
    }
ready-backups-password =
    { $days ->
        [0] Yang terakhir dibuka hari ini; kata sandi sudah lama tidak diketik. Seluruhnya { $files }.
       *[other] Yang terakhir dibuka { $days } hari lalu; kata sandi sudah lama tidak diketik. Seluruhnya { $files }.
    }
ready-kit-later = Dibuat setelah cadangan hidup.
ready-kit-no-words = Tidak ada kata pemulihan.
ready-kit-not-saved = Ada kata, dan belum ada yang menunjukkan memilikinya.
ready-kit-saved = Tersimpan { $date }.
ready-fix-back-up = Cadangkan sekarang: pulih backup now
ready-fix-drill = Ketik kata sandi sekali lagi: pulih backup drill
ready-fix-kit = Buat lembar katanya: pulih backup kit
ready-fix-set-up = Atur cadangan, dengan tempatnya: pulih backup setup
ready-fix-verify = Baca kembali yang terbaru: pulih backup verify
ready-fix-words = Buat kata dan lembarnya: pulih backup kit --new
ready-place-answers = { $place } menjawab.
ready-place-answers-room = { $place } menjawab; ruang { $mib } MiB.
ready-enter-back-up = Enter mencadangkan sekarang.
ready-enter-drill = Enter menanyakan kata sandi sekali lagi.
ready-enter-kit = Enter menuju kata-kata dan lembarannya.
ready-enter-set-up = Enter menyiapkan cadangan.
ready-enter-verify = Enter membaca kembali yang terbaru.
arg-probe = Coba tempat itu dengan berkas yang dihapus lagi
