# Masuk di penyedia.
err-browser-none = Tidak ada peramban yang dapat dibuka dari sini.
fix-browser-none = Salin alamatnya, atau masuk dengan kode di perangkat lain.
err-provider-algorithm = Jawaban penyedia ditandatangani dengan cara yang tidak diterima ({ $found }).
err-provider-another-name = Orang lain yang masuk: { $given }. Akun ini bernama { $row }.
fix-provider-another-name = Masuklah sebagai pemilik akun ini. Jika itu memang Anda, beri akun ini nama yang dipakai penyedia.
err-provider-another-person = Yang masuk orang lain ({ $given }), bukan yang pertama kali.
fix-provider-another-person = Keluar dari penyedia, lalu masuk sebagai pemilik akun ini.
err-provider-cancelled = Dibatalkan.
err-provider-declined = Permintaan masuk ditolak di halaman penyedia.
fix-provider-again = Tidak ada yang berubah; masuk lagi kapan saja Anda mau.
err-provider-expired-token = Jawaban penyedia sudah kedaluwarsa.
err-provider-issued-elsewhen = Jawaban penyedia tidak dibuat baru saja.
fix-provider-clock = Periksa jam komputer ini, lalu masuk lagi.
err-provider-insecure = Alamat penyedia tidak terenkripsi: { $address }
fix-provider-insecure = Gunakan alamat yang diawali https.
err-provider-no-entropy = Komputer ini tidak memberi bilangan acak.
err-provider-no-listener = Jawaban peramban tidak dapat diterima di komputer ini.
fix-provider-no-listener = Masuk dengan kode saja.
err-provider-no-second-factor = Penyedia tidak meminta faktor kedua; laporannya: { $said }
fix-provider-no-second-factor = Nyalakan langkah kedua di penyedia, lalu masuk lagi.
err-provider-no-such-grant = Penyedia tidak menawarkan cara masuk ini.
fix-provider-no-such-grant = Pilih cara yang lain.
err-provider-no-tenant = Organisasi mana yang harus ditanya tidak terlihat dari nama akun.
fix-provider-no-tenant = Beri akun ini nama berupa alamat emailnya, atau sebutkan organisasinya di berkas pengaturan.
err-provider-nobody-answered = Tidak ada yang masuk tepat waktu.
err-provider-nonce = Jawaban penyedia milik pertanyaan lain.
err-provider-not-here = Versi ini tidak dapat masuk di penyedia.
fix-provider-not-here = Tambahkan kunci baru sendiri.
err-provider-not-understood = Penyedia menjawab dengan cara yang tidak dapat dipahami: { $words }
err-provider-redirected = Penyedia mengarahkan kita ke alamat lain: { $address }
fix-provider-address = Periksa alamat penyedia di berkas pengaturan.
err-provider-refused = Penyedia menolak ({ $code }). { $said }
fix-provider-refused = Minta administrator penyedia mengizinkan program ini, atau tambahkan kunci baru sendiri.
err-provider-signature = Jawaban penyedia tidak ditandatangani oleh penyedia.
fix-provider-not-taken = Tidak ada yang diambil darinya. Coba lagi dari jaringan lain; jika terulang, tambahkan kunci baru sendiri.
err-provider-stale = Penyedia mengizinkan Anda masuk tanpa meminta kata sandi lagi.
fix-provider-stale = Keluar dari penyedia, lalu masuk lagi.
err-provider-state = Jawaban peramban milik pertanyaan lain.
err-provider-timed-out = Penyedia terlalu lama menjawab.
err-provider-unreachable = Penyedia tidak dapat dijangkau: { $words }
fix-provider-unreachable = Periksa koneksi, lalu masuk lagi.
err-provider-wrong-audience = Jawaban penyedia ditujukan untuk program lain.
err-provider-wrong-issuer = Jawaban datang dari penyedia lain: { $found }
provider-page = Anda dapat menutup halaman ini dan kembali ke Pulih.

## Apa yang dipastikan, dan apa yang tidak dilaporkan

provider-time = Dilaporkan bahwa Anda memasukkan kata sandi di sana pada { $time }.
provider-time-none = Tidak dilaporkan kapan Anda memasukkan kata sandi.
provider-proof-token = Jawabannya bertanda tangan penyedia dan hanya untuk program ini.
provider-proof-asked = Jawabannya tidak bertanda tangan: penyedia ditanya lewat sambungan terenkripsi, dengan akses yang baru saja Anda berikan.

## Teks untuk administrator

letter-subject = Masuk dengan Pulih: { $account }
letter-what = Saya memakai Pulih, autentikator di terminal. Untuk memulihkan akun saya, program ini menanyakan kepada penyedia masuk kita siapa saya (OpenID Connect). Kata sandi saya hanya diketik di halaman penyedia, dan tidak ada token yang disimpan.
letter-blocked = Penyedia { $issuer } menolak program dengan client id { $client }. Mohon izinkan untuk saya, atau beri tahu bahwa itu tidak dikehendaki.
letter-offline = Penyedia { $issuer } tidak dapat dijangkau dari komputer saya. Mohon beri tahu apakah dapat dipakai dari sini.
letter-not-configured = Diperlukan client id milik kita. Mohon daftarkan program publik (native) di penyedia kita, tanpa rahasia, dan kirimkan client id serta alamat penerbitnya kepada saya.
letter-settings = Yang diperlukan program: tanpa rahasia; pengalihan http://127.0.0.1/ dengan port apa pun (RFC 8252) dan PKCE, atau device authorization grant (RFC 8628); cakupan openid, email, dan profile.
letter-otherwise = Jika keduanya tidak mungkin, mohon setel ulang autentikator akun saya, supaya saya dapat mengaturnya lagi.
